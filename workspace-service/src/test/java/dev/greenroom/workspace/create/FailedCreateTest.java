package dev.greenroom.workspace.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can't be created fails at once, with a code that says why, and nothing reaches Coder's create. */
@QuarkusTest
class FailedCreateTest extends SomebodyLinked {

    @AfterEach
    void nothingWasCreated() {
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void needsAKnownEntity() {
        // Given
        var command = person.create(Entity.some().ref());

        // When
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("entity-unknown");
    }

    @Test
    void saysWhyAnEntityIsNotReady() {
        // Given
        var entity = Entity.some();
        var command = person.create(entity.ref());

        // When
        operations.publish(
                entity.published(1, List.of(new Reason("NO_REPO_URL", "metadata.annotations", "Where is it?"))));
        Topics.send(command);

        // Then
        var operation = operations.settled(person, command.id());
        assertThat(operation.getString("failure.code")).isEqualTo("not-ready");
        assertThat(operation.getString("failure.message")).contains("NO_REPO_URL", "Where is it?");
    }

    @Test
    void takesNoConfigurationThatIsInvalid() {
        // Given
        var entity = Entity.some();
        var command = person.create(entity.ref());

        // When
        operations.publish(entity.published(1), entity.invalid(2));
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("not-ready");
    }

    @Test
    void takesNoConfigurationThatWasWithdrawnNorAnOldOneThatComesAgain() {
        // Given
        var entity = Entity.some();
        var command = person.create(entity.ref());

        // When
        operations.publish(entity.published(1), entity.withdrawn(3));
        var old = Topics.encoded(entity.published(2));
        var behindIt = Entity.some().published(1);
        Topics.sendRaw(List.of(Topics.onPartition(0, old), Topics.onPartition(0, Topics.encoded(behindIt))));
        await().until(() -> database.knows(behindIt));
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("entity-withdrawn");
    }

    @Test
    void needsAnAccount() {
        // Given
        var entity = Entity.some();
        auth.unlink(person.ref().toString());
        var command = person.create(entity.ref());

        // When
        operations.publish(entity.published(1));
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("account-required");
    }

    @Test
    void servesItsOwnDeploymentOnly() {
        // Given
        var here = person.create(Entity.some().ref());
        var elsewhere = new CreateWorkspace(
                here.id(),
                "elsewhere",
                here.actor(),
                here.owner(),
                here.cause(),
                here.issuedAt(),
                here.deadline(),
                here.entityRef(),
                null,
                Map.of());

        // When
        Topics.send(elsewhere);

        // Then
        assertThat(operations.failure(person, elsewhere.id())).isEqualTo("deployment-unknown");
    }

    @Test
    void needsATemplateThatIsThere() {
        assertFails(Entity.some().template("no-such"), Map.of(), "template-not-found");
    }

    @Test
    void doesNotLetAnAuthorLeadItsCallsElsewhere() {
        assertFails(Entity.some().template("../../../users/me"), Map.of(), "template-not-found");
    }

    @Test
    void needsAPresetThatIsThere() {
        assertFails(Entity.some().preset("no-such"), Map.of(), "preset-not-found");
    }

    @Test
    void knowsAParameterThatCoderWouldDropSilently() {
        assertFails(Entity.some(), Map.of("bogus", "1"), "parameter-unknown");
    }

    @Test
    void needsTheTemplatesMandatoryParameters() {
        assertFails(Entity.some().template("required"), Map.of(), "parameter-missing");
    }

    @Test
    void passesOnWhatCoderDoesNotLike() {
        // Given
        var entity = Entity.some();
        var command = person.create(entity.ref(), null, Map.of("region", "mars"));

        // When
        operations.publish(entity.published(1));
        Topics.send(command);

        // Then
        var operation = operations.settled(person, command.id());
        assertThat(operation.getString("failure.code")).isEqualTo("coder-refused");
        assertThat(operation.getString("failure.message")).contains("region", "mars");
    }

    @Test
    void needsANameThatCoderTakes() {
        // Given
        var entity = Entity.some();
        var command = person.create(entity.ref(), "new", Map.of());

        // When
        operations.publish(entity.published(1));
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("name-invalid");
    }

    private void assertFails(Entity entity, Map<String, String> params, String code) {
        // Given
        var command = person.create(entity.ref(), null, params);

        // When
        operations.publish(entity.published(1));
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo(code);
    }
}
