package dev.greenroom.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.standins.SteppingClock;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import org.junit.jupiter.api.Test;

/** A batch that waits for the database when the process has to stop. */
class StopTest {

    private static final Person JANE = new Person(new UserRef("default", "jane"), "jane", "a token");

    private final TestBatch batch = new TestBatch();
    private final BatchesInWork inWork = new BatchesInWork(new SteppingClock());
    private final BatchIntake intake = new BatchIntake(new PatientTransaction(inWork, TestIntake.DEFAULTS), inWork);

    @Test
    void leavesTheBatchForWhoeverReadsNext() {
        // Given
        inWork.refuseMore();

        // When
        var command = Topics.encoded(JANE.create(EntityRef.parse("component:default/shop")));
        var taken =
                intake.take("workspace-commands", batch.of(command), WorkspaceCommand.class, commands -> fail("kept"));

        // Then
        assertThat(taken.toCompletableFuture()).isNotDone();
        assertThat(batch.settled()).isEmpty();
        assertThat(inWork.none()).isTrue();
    }
}
