package dev.greenroom.workspace.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceChanged;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreateWorkspaceTest extends SomebodyLinked {

    @Test
    void createsTheWorkspaceOfAnEntityAndFollowsItsBuild() {
        // Given
        var entity = Entity.some().param("region", "eu");
        operations.publish(entity.published(1));
        var command = person.create(entity.ref());

        // When
        Topics.send(command);

        // Then
        var operation = operations.succeeded(person, command.id());
        assertThat(operation.getString("workspace.status")).isEqualTo("running");
        assertThat(operation.getString("workspace.name")).isEqualTo(entity.ref().name());
        assertThat(operation.getList("workspace.entityRefs"))
                .containsExactly(entity.ref().toString());
        assertThat(operation.getString("command")).isEqualTo("CreateWorkspace");
        assertThat(operation.getString("digest")).isEqualTo(command.digest());
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(coders.parametersOf(entity.ref().name()))
                .containsEntry("repo_url", entity.repository())
                .containsEntry("region", "eu");
    }

    @Test
    void tellsEachStepOfItsLifeInOrder() {
        // Given
        var entity = Entity.some();
        var command = person.create(entity.ref());

        // When
        operations.publish(entity.published(1));
        Topics.send(command);

        // Then
        operations.succeeded(person, command.id());
        var events = Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Topics.eventsOf(person.ref()), CreateWorkspaceTest::tellsOfSuccess);
        var life = events.stream()
                .filter(OperationChanged.class::isInstance)
                .map(OperationChanged.class::cast)
                .toList();
        assertThat(life)
                .extracting(OperationChanged::status)
                .containsExactly(
                        OperationStatus.ACCEPTED,
                        OperationStatus.RUNNING,
                        OperationStatus.RUNNING,
                        OperationStatus.SUCCEEDED);
        assertThat(life).extracting(WorkspaceEvent::revision).containsExactly(1L, 2L, 3L, 4L);
        assertThat(life.getLast().workspaceId()).isNotNull();
        var shown = events.stream()
                .filter(WorkspaceChanged.class::isInstance)
                .map(WorkspaceChanged.class::cast)
                .toList();
        assertThat(shown.getLast().workspace().status()).isEqualTo("running");
        assertThat(shown.getLast().workspace().entityRefs()).containsExactly(entity.ref());
        assertThat(shown).extracting(WorkspaceEvent::revision).isSorted().doesNotHaveDuplicates();
    }

    private static boolean tellsOfSuccess(List<WorkspaceEvent> events) {
        return events.stream()
                .anyMatch(event ->
                        event instanceof OperationChanged changed && changed.status() == OperationStatus.SUCCEEDED);
    }

    @Test
    void carriesOutAnIdOnceHoweverOftenItComes() {
        // Given
        var entity = Entity.some();
        var other = Entity.some();
        operations.publish(entity.published(1));
        operations.publish(other.published(1));
        var command = person.create(entity.ref());
        var sameIdOtherBody = new CreateWorkspace(
                command.id(),
                command.deployment(),
                command.actor(),
                command.owner(),
                command.cause(),
                command.issuedAt(),
                command.deadline(),
                other.ref(),
                null,
                command.params());
        var last = person.create(entity.ref(), "the-last", command.params());

        // When
        Topics.send(command, command, sameIdOtherBody);
        operations.succeeded(person, command.id());
        Topics.send(sameIdOtherBody, command, last);

        // Then
        operations.succeeded(person, last.id());
        assertThat(coders.workspaceNames())
                .containsExactlyInAnyOrder(entity.ref().name(), "the-last");
        assertThat(operations.operation(person, command.id()).jsonPath().getString("digest"))
                .isEqualTo(command.digest());
    }

    @Test
    void tellsItsNameApartFromAnotherWorkspaceOfTheOwner() {
        // Given
        var entity = Entity.some();
        operations.publish(entity.published(1));
        coders.create(entity.ref().name(), "devcontainers", "https://github.com/acme/something-else");
        var command = person.create(entity.ref());

        // When
        Topics.send(command);

        // Then
        var operation = operations.succeeded(person, command.id());
        assertThat(operation.getString("workspace.name")).matches(entity.ref().name() + "-[0-9a-f]{6}");
        assertThat(coders.workspaceNames()).hasSize(2);
    }

    @Test
    void takesTheWorkspaceThatIsThereForTheSameRepositoryInAnotherSpelling() {
        // Given
        var entity = Entity.some();
        operations.publish(entity.published(1));
        coders.create(entity.ref().name(), "devcontainers", entity.repository().replace("github", "GitHub") + ".git/");
        var command = person.create(entity.ref());

        // When
        Topics.send(command);

        // Then
        var operation = operations.succeeded(person, command.id());
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(operation.getString("workspace.name")).isEqualTo(entity.ref().name());
    }

    @Test
    void letsTheCommandsParametersWinOverThePresetAndThatOverTheConfigurations() {
        // Given
        var entity = Entity.some().preset("EU large").param("cpu", "1").param("region", "us");
        operations.publish(entity.published(1));
        var asTheAuthorWants = person.create(entity.ref(), "as-the-author-wants", Map.of());
        var asIWant = person.create(entity.ref(), "as-i-want", Map.of("cpu", "3"));

        // When
        Topics.send(asTheAuthorWants, asIWant);

        // Then
        operations.succeeded(person, asTheAuthorWants.id());
        operations.succeeded(person, asIWant.id());
        assertThat(coders.parametersOf("as-the-author-wants"))
                .containsEntry("cpu", "8")
                .containsEntry("region", "eu");
        assertThat(coders.parametersOf("as-i-want")).containsEntry("cpu", "3").containsEntry("region", "eu");
    }

    @Test
    void failsWithTheJobsErrorWhenTheBuildFails() {
        // Given
        var entity = Entity.some().template("failing").withoutParams();
        operations.publish(entity.published(1));
        var command = person.create(entity.ref());

        // When
        Topics.send(command);

        // Then
        var operation = operations.settled(person, command.id());
        assertThat(operation.getString("failure.code")).isEqualTo("build-failed");
        assertThat(operation.getString("failure.message")).contains("no space left on device");
        assertThat(operation.getString("workspace.status")).isEqualTo("failed");
    }
}
