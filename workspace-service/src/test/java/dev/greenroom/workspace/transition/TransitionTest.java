package dev.greenroom.workspace.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceRemoved;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@QuarkusTest
class TransitionTest extends SomebodyLinked {

    static final List<OfWorkspace.Maker> ALL =
            List.of(StartWorkspace::new, StopWorkspace::new, RestartWorkspace::new, DeleteWorkspace::new);

    private static final Duration QUICK = Duration.ofMillis(100);

    UUID workspace;

    @BeforeEach
    void somebodyLinkedWhoseWorkspaceRuns() {
        workspace = coders.running("mine", "minimal");
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        coder.buildTime(QUICK);
    }

    @Test
    void stopsAndStartsAndDeletesByBuildsAndShowsWhatBecameOfIt() {
        // When
        var stopped = succeeded(StopWorkspace::new);
        var started = succeeded(StartWorkspace::new);
        var shown = operations.get(person, "/v1/workspaces").jsonPath();
        var deleted = succeeded(DeleteWorkspace::new);

        // Then
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start", "delete");
        assertThat(stopped.getString("workspace.status")).isEqualTo("stopped");
        assertThat(started.getString("workspace.status")).isEqualTo("running");
        assertThat(started.getString("command")).isEqualTo("StartWorkspace");
        assertThat(shown.getList("items.name")).containsExactly("mine");
        assertThat(deleted.getMap("workspace")).isNull();
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items"))
                .isEmpty();
        assertThat(coders.workspaceNames()).isEmpty();
        await().until(() -> Topics.eventsOf(person.ref()).stream().anyMatch(WorkspaceRemoved.class::isInstance));
    }

    @Test
    void leavesAsItIsWhatIsAsItIsWanted() {
        // When
        succeeded(StartWorkspace::new);
        succeeded(StopWorkspace::new);
        var again = succeeded(StopWorkspace::new);
        succeeded(DeleteWorkspace::new);
        succeeded(DeleteWorkspace::new);

        // Then
        assertThat(again.getString("workspace.status")).isEqualTo("stopped");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "delete");
        assertThat(coders.buildCalls(workspace)).hasSize(2);
    }

    @Test
    void restartsByStoppingFirst() {
        // When
        var restarted = succeeded(RestartWorkspace::new);

        // Then
        assertThat(restarted.getString("workspace.status")).isEqualTo("running");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void restartsWhatIsStoppedByStartingIt() {
        // Given
        succeeded(StopWorkspace::new);

        // When
        succeeded(RestartWorkspace::new);

        // Then
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void asksCoderOnceWhoseAWorkspaceIs() {
        // When
        succeeded(StopWorkspace::new);
        succeeded(StartWorkspace::new);

        // Then
        assertThat(coders.calls("GET", "/api/v2/users/me")).hasSize(1);
    }

    @Test
    void showsForWhichEntityAWorkspaceIsThatNobodyHasListed() {
        // Given
        var entity = Entity.some();
        operations.publish(entity.published(1));
        coders.create("of-entity", "devcontainers", entity.repository());
        coders.awaitStatus("of-entity", "running");

        // When
        var command = person.asks(StopWorkspace::new, coders.idOf("of-entity"));
        Topics.send(command);

        // Then
        assertThat(operations.succeeded(person, command.id()).getList("workspace.entityRefs"))
                .containsExactly(entity.ref().toString());
    }

    @Test
    void namesItsWorkspaceFromTheBeginning() {
        // When
        succeeded(StopWorkspace::new);

        // Then
        var life = await().until(this::life, events -> events.size() == 3);
        assertThat(life)
                .extracting(OperationChanged::status)
                .containsExactly(OperationStatus.ACCEPTED, OperationStatus.RUNNING, OperationStatus.SUCCEEDED);
        assertThat(life).extracting(OperationChanged::workspaceId).containsOnly(workspace);
    }

    private List<OperationChanged> life() {
        return Topics.eventsOf(person.ref()).stream()
                .filter(OperationChanged.class::isInstance)
                .map(OperationChanged.class::cast)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void knowsNoWorkspaceThatThereIsNot(OfWorkspace.Maker maker) {
        // Given
        var unknown = UUID.randomUUID();

        // Then
        assertThat(failure(maker, unknown)).isEqualTo("workspace-not-found");
        var life = await().until(this::life, events -> events.size() == 2);
        assertThat(life.getLast().workspaceId()).isEqualTo(unknown);
    }

    @Test
    void takesAwayFromTheViewWhatCoderKnowsNoLonger() {
        // Given
        succeeded(StopWorkspace::new);
        coder.faults().on("GET", "/api/v2/workspaces/" + workspace).times(1).fail(404);

        // When
        var failure = failure(StartWorkspace::new, workspace);

        // Then
        assertThat(failure).isEqualTo("workspace-not-found");
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void showsHowFarABuildIs() {
        // Given
        coder.buildTime(Duration.ofSeconds(2));

        // When
        var command = person.asks(StopWorkspace::new, workspace);
        Topics.send(command);

        // Then
        await().until(() -> List.of("stopping")
                .equals(operations.get(person, "/v1/workspaces").jsonPath().getList("items.status")));
        operations.succeeded(person, command.id());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void touchesNoWorkspaceOfAnothers(OfWorkspace.Maker maker) {
        // Given
        var other = new CoderOf(coder, Person.linked(coder, auth, database));
        var theirs = other.running("theirs", "minimal");

        // When
        var failure = failure(maker, theirs);

        // Then
        assertThat(failure).isEqualTo("workspace-not-found");
        assertThat(other.buildsOf(theirs)).containsExactly("start");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void touchesNoWorkspaceOfAnothersEvenWhereCoderWouldLetItsAdministrator(OfWorkspace.Maker maker) {
        // Given
        person = Person.administrator(coder, auth, database);

        // When
        var failure = failure(maker, workspace);

        // Then
        assertThat(failure).isEqualTo("workspace-not-found");
        assertThat(coders.buildsOf(workspace)).containsExactly("start");
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void saysThatAWorkspaceIsGoneThatWasDeleted() {
        // Given
        coders.build(workspace, "delete");
        await().until(() -> coders.workspaceNames().isEmpty());

        // Then
        assertThat(failure(StartWorkspace::new, workspace)).isEqualTo("workspace-gone");
        assertThat(failure(RestartWorkspace::new, workspace)).isEqualTo("workspace-gone");
    }

    @Test
    void waitsForTheBuildOfAnother() {
        // Given
        coder.buildTime(Duration.ofSeconds(1));
        coders.build(workspace, "stop");

        // When
        succeeded(StartWorkspace::new);

        // Then
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void isDoneInOrderForAWorkspaceWhileCommandsForAnotherPass() {
        // Given
        var other = coders.running("other", "minimal");
        coder.buildTime(Duration.ofSeconds(2));
        var stop = person.asks(StopWorkspace::new, workspace);
        var start = person.asks(StartWorkspace::new, workspace);
        var passes = person.asks(StartWorkspace::new, other);

        // When
        Topics.send(stop, start, passes);

        // Then
        operations.succeeded(person, passes.id());
        assertThat(status(stop)).isIn("ACCEPTED", "RUNNING");
        assertThat(status(start)).isEqualTo("ACCEPTED");
        coder.buildTime(QUICK);
        operations.succeeded(person, start.id());
        assertThat(status(stop)).isEqualTo("SUCCEEDED");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void comesAfterTheCreateOfItsWorkspace() {
        // Given
        coder.buildTime(Duration.ofSeconds(1));
        var entity = Entity.some();
        operations.publish(entity.published(1));
        var create = person.create(entity.ref());
        Topics.send(create);
        await().until(() -> coders.workspaceNames().contains(entity.ref().name()));
        var created = coders.idOf(entity.ref().name());
        var stop = person.asks(StopWorkspace::new, created);

        // When
        Topics.send(stop);

        // Then
        operations.succeeded(person, stop.id());
        assertThat(status(create)).isEqualTo("SUCCEEDED");
        assertThat(coders.buildsOf(created)).containsExactly("start", "stop");
    }

    private String status(WorkspaceCommand command) {
        return operations.operation(person, command.id()).jsonPath().getString("status");
    }

    private String failure(OfWorkspace.Maker maker, UUID id) {
        var command = person.asks(maker, id);
        Topics.send(command);
        return operations.failure(person, command.id());
    }

    private JsonPath succeeded(OfWorkspace.Maker maker) {
        var command = person.asks(maker, workspace);
        Topics.send(command);
        return operations.succeeded(person, command.id());
    }
}
