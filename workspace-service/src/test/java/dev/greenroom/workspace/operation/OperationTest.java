package dev.greenroom.workspace.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.neighbours.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OperationTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE = Instant.EPOCH;
    private static final UUID WORKSPACE = UUID.fromString("48a68619-86dd-4ce3-ae3f-ccf4595d9fca");

    private static final Person JANE = new Person(new UserRef("default", "jane"), "jane", "no token");

    record Noted(String what) implements Progress {}

    private final Operation accepted = Operation.accepted(JANE.list(), 1, null, NOW);

    @Test
    void raisesItsRevisionWithWhatOthersSeeAndWithNothingElse() {
        // When
        var running = accepted.underWay(new Noted("create sent"), null, NOW);
        var stillRunning = running.attempted().with(3).underWay(new Noted("create sent again"), null, NOW);
        var there = stillRunning.underWay(new Noted("building"), WORKSPACE, NOW);
        var done = there.succeeded(WORKSPACE, NOW);

        // Then
        assertThat(List.of(accepted, running, stillRunning, there, done))
                .extracting(Operation::revision)
                .containsExactly(1L, 2L, 2L, 3L, 4L);
        assertThat(done.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(done.linkGeneration()).isEqualTo(3);
    }

    @Test
    void countsAttemptsUntilItGetsOn() {
        // When
        var waited = accepted.attempted().attempted();

        // Then
        assertThat(waited.attempts()).isEqualTo(2);
        assertThat(waited.underWay(new Noted("create sent"), null, NOW).attempts())
                .isZero();
    }

    @Test
    void keepsTheWorkspaceOfOneThatFails() {
        // When
        var failed = accepted.underWay(new Noted("building"), WORKSPACE, NOW)
                .failed(new Failure("build-failed", "No space."), NOW);

        // Then
        assertThat(failed.workspaceId()).isEqualTo(WORKSPACE);
        assertThat(failed.failure()).isEqualTo(new Failure("build-failed", "No space."));
    }

    @Test
    void isDoneWithTheRightsOfTheLinkThatItWasAskedForUnderAndOfNoOther() {
        // When
        var asked = Operation.accepted(accepted.command(), 1, 2L, NOW);

        // Then
        assertThat(accepted.mayBeDoneWith(7, BEFORE)).isEqualTo(Permission.YES);
        assertThat(asked.mayBeDoneWith(2, BEFORE)).isEqualTo(Permission.YES);
        assertThat(List.of(1L, 3L)).allSatisfy(other -> {
            assertThat(asked.mayBeDoneWith(other, BEFORE)).isEqualTo(Permission.NO);
            assertThat(asked.mayBeDoneWith(other, null)).isEqualTo(Permission.NO);
        });
        assertThat(accepted.with(2).mayBeDoneWith(3, BEFORE)).isEqualTo(Permission.NO);
    }

    @Test
    void isNotDoneWithTheRightsOfALinkThatBeganAfterItWasAskedFor() {
        // When
        var asked = accepted.command().issuedAt();
        var stamped = accepted.with(2);

        // Then
        for (var operation : List.of(accepted, stamped)) {
            assertThat(operation.mayBeDoneWith(2, asked)).isEqualTo(Permission.YES);
            assertThat(operation.mayBeDoneWith(2, asked.plusNanos(1))).isEqualTo(Permission.NO);
        }
    }

    @Test
    void isNotDoneBeforeItIsKnownWhenTheLinkBegan() {
        // Then
        assertThat(accepted.mayBeDoneWith(2, null)).isEqualTo(Permission.NOT_YET);
        assertThat(preprovisioned().mayBeDoneWith(3, null)).isEqualTo(Permission.NOT_YET);
    }

    @Test
    void goesOnUnderANewLinkWhereNobodyAskedAndNothingWasBegun() {
        // When
        var waiting = preprovisioned().with(2).attempted();
        var after = waiting.command().issuedAt().plusSeconds(1);

        // Then
        assertThat(waiting.mayBeDoneWith(3, after)).isEqualTo(Permission.YES);
        var begun = waiting.underWay(new Noted("create sent"), null, NOW);
        assertThat(begun.mayBeDoneWith(2, after)).isEqualTo(Permission.YES);
        assertThat(begun.mayBeDoneWith(3, after)).isEqualTo(Permission.NO);
    }

    private static Operation preprovisioned() {
        var command = JANE.preprovisioned(UUID.randomUUID(), EntityRef.parse("component:default/shop"));
        return Operation.accepted(command, 1, 2L, NOW);
    }

    @Test
    void neverChangesOnceItHasSettled() {
        // Given
        var settled = List.of(
                accepted.succeeded(null, NOW), accepted.failed(new Failure("account-required", "Link it."), NOW));
        List<UnaryOperator<Operation>> transitions = List.of(
                Operation::attempted,
                operation -> operation.with(1),
                operation -> operation.underWay(new Noted("again"), null, NOW),
                operation -> operation.succeeded(null, NOW),
                operation -> operation.failed(new Failure("again", "Again."), NOW));

        // Then
        for (var operation : settled) {
            assertThat(transitions)
                    .allSatisfy(transition -> assertThatThrownBy(() -> transition.apply(operation))
                            .isInstanceOf(IllegalStateException.class));
        }
    }
}
