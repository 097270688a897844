package dev.greenroom.workspace.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageType;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.workspace.inbox.AcceptCommands;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.operation.OperationStore;
import dev.greenroom.workspace.operation.Progress;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.LostTurn;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Track;
import dev.greenroom.workspace.queue.TurnStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is, on a real PostgreSQL. */
@QuarkusTest
class TurnsTest {

    private static final Step DONE = new Step.Succeeded(null, () -> {});

    record Noted(String what) implements Progress {}

    @Inject
    AcceptCommands accept;

    @Inject
    TurnStore turns;

    @Inject
    OperationStore operations;

    @Inject
    Database database;

    @Inject
    Workers workers;

    RestingWorkers resting;

    @BeforeEach
    void nothingToDoAndNobodyToDoIt() throws InterruptedException {
        resting = RestingWorkers.of(workers);
        database.change("DELETE FROM command");
        database.change("DELETE FROM owner_queue");
    }

    @AfterEach
    void backToWork() {
        database.change("DELETE FROM command");
        database.change("DELETE FROM owner_queue");
        resting.close();
    }

    @Test
    void givesEachCommandToOneOfManyWorkersAndAnOwnersTurnToOneAtATime() throws Exception {
        // Given
        var commands = IntStream.range(0, 40)
                .boxed()
                .flatMap(owner -> IntStream.range(0, 10).mapToObj(number -> create("owner" + owner, "entity")))
                .toList();
        accept(commands);
        Set<String> held = ConcurrentHashMap.newKeySet();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<UUID> done = Collections.synchronizedList(new ArrayList<>());

        // When
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < 8; worker++) {
                workers.submit(() -> {
                    for (var turn = turns.take(); turn.isPresent(); turn = turns.take()) {
                        var owner = turn.get().operation().command().key();
                        if (!held.add(owner)) {
                            faults.add("two turns at once of " + owner);
                        }
                        done.add(turn.get().operation().id());
                        held.remove(owner);
                        turn.get().end(DONE);
                    }
                });
            }
        }

        // Then
        assertThat(faults).isEmpty();
        assertThat(done).doesNotHaveDuplicates();
        takeAll(done);
        assertThat(done)
                .hasSameElementsAs(commands.stream().map(WorkspaceCommand::id).toList());
        assertThat(byOwner(commands, done)).isEqualTo(byOwner(commands, idsOf(commands)));
    }

    @Test
    void servesEverybodyOnceBeforeAnybodyTwice() {
        // Given
        accept(IntStream.range(0, 200)
                .mapToObj(number -> create("busy", "entity" + number))
                .toList());
        accept(IntStream.range(0, 20)
                .mapToObj(number -> create("quiet" + number, "entity"))
                .toList());
        var served = new HashSet<String>();

        // When
        for (int turn = 0; turn < 21; turn++) {
            var taken = turns.take().orElseThrow();
            served.add(taken.operation().command().owner().name());
            taken.end(DONE);
        }

        // Then
        assertThat(served).hasSize(21);
    }

    @Test
    void keepsTheOrderOfALaneWhileOtherLanesPass() {
        // Given
        var first = create("jane", "one");
        var second = create("jane", "one");
        var other = create("jane", "two");
        accept(List.of(first, second, other));

        // When
        var waits = turns.take().orElseThrow();
        waits.end(new Step.Later(Duration.ofHours(1), "Coder is away"));

        // Then
        assertThat(waits.operation().id()).isEqualTo(first.id());
        var passes = turns.take().orElseThrow();
        assertThat(passes.operation().id()).isEqualTo(other.id());
        passes.end(DONE);
        assertThat(turns.take()).isEmpty();
        makeEverythingDue();
        endNext(first.id());
        endNext(second.id());
    }

    @Test
    void keepsTheOrderOfAWorkspaceWhileAnothersCommandsAndItsOwnCancelsPass() {
        // Given
        var workspace = UUID.randomUUID();
        var jane = person("jane");
        var started = jane.asks(StartWorkspace::new, workspace);
        var stops = jane.asks(StopWorkspace::new, workspace);
        var deletes = jane.asks(DeleteWorkspace::new, workspace);
        var ofAnother = jane.asks(RestartWorkspace::new, UUID.randomUUID());
        var cancels = jane.asks(CancelBuild::new, workspace);
        var cancelsAgain = jane.asks(CancelBuild::new, workspace);
        accept(List.of(started, stops, deletes, ofAnother, cancels, cancelsAgain));

        // When
        turns.take()
                .orElseThrow()
                .end(new Step.Following(
                        new Noted("building"), workspace, Lane.of(workspace), Duration.ofHours(1), () -> {}));

        // Then
        endNext(ofAnother.id());
        endNext(cancels.id());
        endNext(cancelsAgain.id());
        assertThat(turns.take()).isEmpty();
        assertThat(operations.find(started.id()).orElseThrow().status()).isEqualTo(OperationStatus.RUNNING);
        makeEverythingDue();
        endNext(started.id());
        endNext(stops.id());
        endNext(deletes.id());
    }

    @Test
    void keepsTheOrderOfCancels() {
        // Given
        var workspace = UUID.randomUUID();
        var first = person("jane").asks(CancelBuild::new, workspace);
        var second = person("jane").asks(CancelBuild::new, workspace);
        accept(List.of(first, second));

        // When
        turns.take().orElseThrow().end(new Step.Later(Duration.ofHours(1), "Coder is away"));

        // Then
        assertThat(turns.take()).isEmpty();
        makeEverythingDue();
        endNext(first.id());
        endNext(second.id());
    }

    @Test
    void letsAListWaitForNobody() {
        // Given
        var list = person("jane").list();
        accept(List.of(create("jane", "one"), create("jane", "two"), list));

        // When
        var held = turns.take().orElseThrow();
        var alongside = turns.take().orElseThrow();

        // Then
        assertThat(Stream.of(held, alongside)
                        .map(turn -> Track.of(turn.operation().command())))
                .containsExactlyInAnyOrder(Track.WORK, Track.LISTS);
        assertThat(turns.take()).isEmpty();
    }

    @Test
    void holdsNoTurnWhileABuildIsFollowed() {
        // Given
        var followed = create("jane", "one");
        var sameEntity = create("jane", "one");
        accept(List.of(followed, sameEntity));
        var workspace = UUID.randomUUID();

        // When
        turns.take()
                .orElseThrow()
                .end(new Step.Following(
                        new Noted("building"), workspace, Lane.of(workspace), Duration.ofHours(1), () -> {}));

        // Then
        assertThat(operations.find(followed.id()).orElseThrow().status()).isEqualTo(OperationStatus.RUNNING);
        var next = turns.take().orElseThrow();
        assertThat(next.operation().id()).isEqualTo(sameEntity.id());
        next.end(new Step.Following(new Noted("building"), workspace, Lane.of(workspace), Duration.ZERO, () -> {}));
        assertThat(turns.take()).isEmpty();
        makeEverythingDue();
        endNext(followed.id());
        endNext(sameEntity.id());
    }

    @Test
    void fencesAWorkerWhoseLeaseRanOut() {
        // Given
        var command = create("jane", "one");
        accept(List.of(command));
        var stale = turns.take().orElseThrow();
        leasesRunOut();

        // When
        var taken = turns.take().orElseThrow();

        // Then
        assertThat(taken.operation().id()).isEqualTo(command.id());
        assertThatThrownBy(() -> stale.record(new Noted("create"), null)).isInstanceOf(LostTurn.class);
        assertThatThrownBy(() -> stale.end(DONE)).isInstanceOf(LostTurn.class);
        assertThat(operations.find(command.id()).orElseThrow().status()).isEqualTo(OperationStatus.ACCEPTED);
        taken.end(DONE);
        assertThatThrownBy(() -> stale.end(Step.failed(FailureCode.DEADLINE_EXCEEDED, "Late.")))
                .isInstanceOf(LostTurn.class);
        assertThat(operations.find(command.id()).orElseThrow().status()).isEqualTo(OperationStatus.SUCCEEDED);
    }

    @Test
    void doesNothingAlongsideATurnThatWasLost() {
        // Given
        accept(List.of(create("jane", "one")));
        var stale = turns.take().orElseThrow();
        leasesRunOut();
        turns.take().orElseThrow();
        var written = new ArrayList<String>();

        // When
        assertThatThrownBy(() -> stale.end(new Step.Succeeded(null, () -> written.add("view"))))
                .isInstanceOf(LostTurn.class);

        // Then
        assertThat(written).isEmpty();
    }

    @Test
    void handsOnWhatWasRecorded() {
        // Given
        accept(List.of(create("jane", "one")));
        var killed = turns.take().orElseThrow();
        killed.record(new Noted("create sent"), null);
        leasesRunOut();

        // When
        var taken = turns.take().orElseThrow();

        // Then
        assertThat(taken.operation().progress(Noted.class)).contains(new Noted("create sent"));
        assertThat(taken.operation().status()).isEqualTo(OperationStatus.RUNNING);
    }

    @Test
    void renewsALeaseThatWouldNotLastForTheNextCall() {
        // Given
        accept(List.of(create("jane", "one")));
        var turn = turns.take().orElseThrow();
        database.change(
                "UPDATE owner_queue SET lease_until = clock_timestamp() + interval '1 second' WHERE track = 'WORK'");

        // When
        turn.holdFor(Duration.ofHours(1));

        // Then
        assertThat(
                        database.count(
                                "SELECT count(*) AS count FROM owner_queue WHERE lease_until > clock_timestamp() + interval '20 seconds'"))
                .isEqualTo(1);
    }

    @Test
    void bringsAWaitingCommandBackAtItsDeadline() {
        // Given
        var command = person("jane").create(entity("one"), null, Map.of(), Duration.ofMillis(300));
        accept(List.of(command));
        turns.take().orElseThrow().end(new Step.Later(Duration.ofHours(1), "Coder is away"));

        // When
        var next = Awaitility.await().until(turns::take, Optional::isPresent);

        // Then
        assertThat(next.orElseThrow().pastDeadline()).isTrue();
    }

    @Test
    void bringsACommandToItsDeadlineThoughItWaitsBehindAnother() {
        // Given
        var first = create("jane", "one");
        var behind = person("jane").create(entity("one"), null, Map.of(), Duration.ofMillis(300));
        accept(List.of(first, behind));
        turns.take().orElseThrow().end(new Step.Later(Duration.ofHours(1), "Coder is away"));

        // When
        var next = Awaitility.await().until(turns::take, Optional::isPresent).orElseThrow();

        // Then
        assertThat(next.operation().id()).isEqualTo(behind.id());
        assertThat(next.pastDeadline()).isTrue();
        next.end(Step.failed(FailureCode.DEADLINE_EXCEEDED, "Late."));
        assertThat(turns.take()).isEmpty();
        makeEverythingDue();
        endNext(first.id());
    }

    @Test
    void hasNothingMoreToDoForAnOwnerWhoseCommandsHaveSettled() {
        // Given
        accept(List.of(create("jane", "one")));

        // When
        turns.take().orElseThrow().end(DONE);

        // Then
        assertThat(database.count("SELECT count(*) AS count FROM owner_queue WHERE due IS NOT NULL"))
                .isZero();
    }

    @Test
    void leavesToALaterVersionWhatOnlyThatCanReadAndGoesOnWithTheRest() {
        // Given
        var unreadable = create("jane", "one");
        var behind = create("jane", "one");
        var otherLane = create("jane", "two");
        var otherOwner = create("john", "one");
        accept(List.of(unreadable, behind, otherLane, otherOwner));
        database.change("UPDATE command SET message_type = 'SealWorkspace.v2' WHERE id = '" + unreadable.id() + "'");
        database.change("INSERT INTO owner_queue (owner_key, track, due) VALUES ('default/user:default/jane', 'AUDIT',"
                + " now() - interval '1 hour')");

        // When
        var done = new ArrayList<UUID>();
        takeAll(done);

        // Then
        assertThat(done).containsExactlyInAnyOrder(otherLane.id(), otherOwner.id());
        assertThat(database.count("SELECT count(*) AS count FROM owner_queue WHERE lease_until IS NOT NULL"))
                .isZero();
        database.change("DELETE FROM owner_queue WHERE track = 'AUDIT'");
        theLaterVersionComesBack(unreadable);
        makeEverythingDue();
        endNext(unreadable.id());
        endNext(behind.id());
    }

    private void theLaterVersionComesBack(WorkspaceCommand command) {
        database.change("UPDATE command SET message_type = '"
                + MessageType.of(command).type() + "' WHERE id = '" + command.id() + "'");
    }

    private void takeAll(List<UUID> done) {
        for (var turn = turns.take(); turn.isPresent(); turn = turns.take()) {
            done.add(turn.get().operation().id());
            turn.get().end(DONE);
        }
    }

    private void endNext(UUID expected) {
        var turn = turns.take().orElseThrow();
        assertThat(turn.operation().id()).isEqualTo(expected);
        turn.end(DONE);
    }

    private void accept(List<? extends WorkspaceCommand> commands) {
        QuarkusTransaction.requiringNew().run(() -> accept.all(commands));
    }

    private void makeEverythingDue() {
        database.change("UPDATE command SET due = accepted_at");
        database.change("UPDATE owner_queue SET due = now() WHERE due IS NOT NULL");
    }

    private void leasesRunOut() {
        database.change("UPDATE owner_queue SET lease_until = now() - interval '1 second'");
    }

    private static Map<String, List<UUID>> byOwner(List<? extends WorkspaceCommand> commands, List<UUID> order) {
        Map<UUID, String> owners = new HashMap<>();
        commands.forEach(command -> owners.put(command.id(), command.key()));
        Map<String, List<UUID>> byOwner = new HashMap<>();
        order.forEach(id ->
                byOwner.computeIfAbsent(owners.get(id), _ -> new ArrayList<>()).add(id));
        return byOwner;
    }

    private static List<UUID> idsOf(List<? extends WorkspaceCommand> commands) {
        return commands.stream().map(WorkspaceCommand::id).toList();
    }

    private static WorkspaceCommand.CreateWorkspace create(String owner, String entity) {
        return person(owner).create(entity(entity));
    }

    private static EntityRef entity(String name) {
        return new EntityRef("component", "default", name);
    }

    private static Person person(String name) {
        return new Person(new UserRef("default", name), name, "no token");
    }
}
