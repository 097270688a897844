package dev.greenroom.workspace.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.workspace.inbox.AcceptCommands;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetOperationsTest {

    @Inject
    AcceptCommands accept;

    @Inject
    OperationStore operations;

    @Inject
    Database database;

    private final Person person = new Person(new UserRef("default", "forgotten"), "forgotten", "no token");

    @Test
    void forgetsWhatWasAskedForLongAgoAndNeverWhatNobodyAskedFor() {
        // Given
        var old = person.list();
        var recent = person.list();
        var open = person.list();
        var preprovisioned =
                person.preprovisioned(UUID.randomUUID(), Entity.some().ref());
        var commands = List.<WorkspaceCommand>of(old, recent, open, preprovisioned);
        QuarkusTransaction.requiringNew().run(() -> accept.all(commands));
        settle(old, "50 days");
        settle(recent, "40 days");
        settle(preprovisioned, "400 days");

        // When
        operations.forgetSettledBefore(Duration.ofDays(45));

        // Then
        assertThat(operations.find(old.id())).isEmpty();
        assertThat(List.of(recent, open, preprovisioned))
                .allSatisfy(kept -> assertThat(operations.find(kept.id())).isPresent());
    }

    private void settle(WorkspaceCommand command, String ago) {
        database.change(
                "UPDATE command SET status = 'SUCCEEDED', at_head = false, updated_at = now() - ?::interval WHERE id = ?",
                ago,
                command.id());
    }
}
