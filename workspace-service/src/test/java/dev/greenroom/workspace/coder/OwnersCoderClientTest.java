package dev.greenroom.workspace.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnersCoderClientTest {

    CoderStandIn coder;

    @Inject
    @RestClient
    CoderApi api;

    @Inject
    CoderCalls calls;

    @Test
    void callsNothingOnceItsTurnIsLost() {
        // Given
        var person = Person.newcomer(coder);
        var owners = new OwnersCoderClient(api, calls, new CoderToken(person.coderToken()), () -> {
            throw new IllegalStateException("somebody else's turn");
        });

        // When
        assertThatThrownBy(() -> owners.workspace(UUID.randomUUID())).hasMessage("somebody else's turn");

        // Then
        assertThat(new CoderOf(coder, person).calls("GET", "/api/v2/workspaces/.*"))
                .isEmpty();
    }
}
