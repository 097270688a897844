package dev.greenroom.workspace.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.seed.Seed;
import dev.greenroom.workspace.inbox.AcceptCommands;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationStore;
import dev.greenroom.workspace.queue.TurnStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Workers end without a word, others take over, and people do things at Coder in between. */
@QuarkusTest
class KilledTransitionTest {

    static final List<OfWorkspace.Maker> ALL = List.of(RestartWorkspace::new, DeleteWorkspace::new);

    CoderStandIn coder;
    AuthServiceStandIn auth;

    @Inject
    AcceptCommands accept;

    @Inject
    TurnStore turns;

    @Inject
    OperationStore operations;

    @Inject
    CarryOutCommand carryOut;

    @Inject
    TakeTurns take;

    @Inject
    Database database;

    @Inject
    Workers workers;

    RestingWorkers resting;
    Person person;
    CoderOf coders;
    CoderOf administrator;
    UUID workspace;

    @BeforeEach
    void aWorkspaceThatRunsAndNobodyWhoWorks() throws InterruptedException {
        resting = RestingWorkers.of(workers);
        forget();
        person = Person.linked(coder, auth, database);
        coders = new CoderOf(coder, person);
        administrator = new CoderOf(coder, Person.administrator(coder, auth, database));
        workspace = coders.running("mine", "minimal");
    }

    @AfterEach
    void backToWork() {
        coder.faults().clear();
        forget();
        resting.close();
    }

    private void forget() {
        database.change("DELETE FROM command");
        database.change("DELETE FROM owner_queue");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void goOnWhereItWasLeftHoweverOftenWorkersAreKilled(OfWorkspace.Maker maker) {
        // Given
        var command = accepted(maker);

        // When
        await().until(() -> {
            takeAndBeKilled();
            takeTurn();
            return operation(command).status().settled();
        });

        // Then
        assertThat(operation(command).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(coders.buildsOf(workspace))
                .isEqualTo(
                        command instanceof RestartWorkspace
                                ? List.of("start", "stop", "start")
                                : List.of("start", "delete"));
    }

    @Test
    void failWhereSomebodyElseHasBegunTheNextBuildWhileItWasNotKnownWhetherOursHad() {
        // Given
        stopped();
        var command = accepted(StartWorkspace::new);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).dropBeforeEffect();
        takeAndBeKilled();

        // When
        administrator.build(workspace, "start");
        coders.awaitStatus("mine", "running");
        takeTurn();

        // Then
        assertThat(operation(command).failure().code()).isEqualTo("workspace-changed");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void failWhereTheOwnerHasGoneFurtherWhileItWasNotKnownWhetherOursHadBegun() {
        // Given
        stopped();
        var command = accepted(StartWorkspace::new);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).dropBeforeEffect();
        takeAndBeKilled();

        // When
        started();
        stopped();
        started();
        takeTurn();

        // Then
        assertThat(operation(command).failure().code()).isEqualTo("workspace-changed");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start", "stop", "start");
    }

    @Test
    void failWhereTheOwnersNextBuildIsOfAnotherKind() {
        // Given
        var command = accepted(StopWorkspace::new);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).dropBeforeEffect();
        takeAndBeKilled();

        // When
        started();
        takeTurn();

        // Then
        assertThat(operation(command).failure().code()).isEqualTo("workspace-changed");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "start");
    }

    @Test
    void failWhereTheOwnersNextBuildIsOfAnotherVersion() {
        // Given
        var template = "of-" + person.username();
        coder.sow(Seed.parse("templates: [{ name: " + template + ", versions: [v1, v2] }]"));
        workspace = coders.runningUnder("outdated", template, "v1");
        coders.build(workspace, "stop");
        coders.awaitStatus("outdated", "stopped");
        var command = accepted(UpdateWorkspace::new);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).dropBeforeEffect();
        takeAndBeKilled();

        // When
        coders.build(workspace, "start");
        takeTurn();

        // Then
        assertThat(operation(command).failure().code()).isEqualTo("workspace-changed");
        assertThat(coders.buildsOf(workspace, "template_version_name")).containsExactly("v1", "v1", "v1");
    }

    @Test
    void takeForOursTheSameBuildByTheOwnerWhileItWasNotKnownWhetherOursHadBegun() {
        // Given
        stopped();
        var command = accepted(StartWorkspace::new);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).dropBeforeEffect();
        takeAndBeKilled();

        // When
        coders.build(workspace, "start");
        takeTurnsUntilSettled(command);

        // Then
        assertThat(operation(command).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void takeNothingForOursWhereCoderHasRefusedOurs() {
        // Given
        stopped();
        var command = accepted(StartWorkspace::new);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).fail(409);
        takeTurn();

        // When
        administrator.build(workspace, "start");
        takeTurnsUntilSettled(command);

        // Then
        assertThat(operation(command).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void stopOnceForARestartWhoseStartCoderHasRefused() {
        // Given
        var command = accepted(RestartWorkspace::new);
        takeTurn();
        coders.awaitStatus("mine", "stopped");
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).fail(409);
        takeTurn();

        // When
        administrator.build(workspace, "start");
        takeTurnsUntilSettled(command);

        // Then
        assertThat(operation(command).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void stopOnceForARestartThatSomebodyElseHasFinished() {
        // Given
        var command = accepted(RestartWorkspace::new);
        takeTurn();
        coders.awaitStatus("mine", "stopped");

        // When
        administrator.build(workspace, "start");
        takeTurnsUntilSettled(command);

        // Then
        assertThat(operation(command).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
        assertThat(coders.buildCalls(workspace)).hasSize(1);
    }

    @Test
    void leaveAloneWhatTheOwnerHasDoneOnceTheirBuildIsOver() {
        // Given
        var stop = accepted(StopWorkspace::new);
        takeTurn();
        coders.awaitStatus("mine", "stopped");

        // When
        started();
        takeTurnsUntilSettled(stop);

        // Then
        assertThat(operation(stop).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void goByItsOwnBuildWhereALaterOneOfAnothersWentBetter() {
        // Given
        coders.create("broken", "failing", "https://github.com/acme/broken");
        coders.awaitStatus("broken", "failed");
        workspace = coders.idOf("broken");
        var command = accepted(StartWorkspace::new);
        takeTurn();
        await().until(() -> coders.buildsOf(workspace, "job.status").equals(List.of("failed", "failed")));

        // When
        coders.build(workspace, "stop");
        coders.awaitStatus("broken", "stopped");
        takeTurnsUntilSettled(command);

        // Then
        assertThat(operation(command).failure().code()).isEqualTo("build-failed");
    }

    private void started() {
        coders.build(workspace, "start");
        coders.awaitStatus("mine", "running");
    }

    private void stopped() {
        coders.build(workspace, "stop");
        coders.awaitStatus("mine", "stopped");
    }

    private WorkspaceCommand accepted(OfWorkspace.Maker maker) {
        var command = person.asks(maker, workspace);
        QuarkusTransaction.requiringNew().run(() -> accept.all(List.of(command)));
        return command;
    }

    private Operation operation(WorkspaceCommand command) {
        return operations.find(command.id()).orElseThrow();
    }

    private void takeTurnsUntilSettled(WorkspaceCommand command) {
        await().until(() -> {
            takeTurn();
            return operation(command).status().settled();
        });
    }

    private void takeTurn() {
        makeDue();
        turns.take().ifPresent(take::through);
    }

    /** What is left of the turn is what was recorded, and what Coder has done. */
    private void takeAndBeKilled() {
        makeDue();
        turns.take().ifPresent(carryOut::step);
        database.change(
                "UPDATE owner_queue SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL");
    }

    private void makeDue() {
        database.change("UPDATE command SET due = accepted_at");
        database.change("UPDATE owner_queue SET due = now() WHERE due IS NOT NULL");
    }
}
