package dev.greenroom.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.standins.SteppingClock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class StuckBatchCheckTest {

    private final SteppingClock clock = new SteppingClock();
    private final BatchesInWork inWork = new BatchesInWork(clock);
    private final StuckBatchCheck check = new StuckBatchCheck(inWork, TestIntake.DEFAULTS);

    @Test
    void seesABatchThatShowsNoLife() {
        // Given
        inWork.begin("workspace-commands");

        // When
        clock.pass(Duration.ofMinutes(3));

        // Then
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(check.call().getData().orElseThrow()).containsEntry("workspace-commands", "PT3M");
    }

    @Test
    void leavesABatchAloneThatWaitsForTheDatabase() {
        // Given
        inWork.begin("workspace-commands");
        clock.pass(Duration.ofMinutes(3));

        // When
        inWork.beat("workspace-commands");

        // Then
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void forgetsABatchThatIsDone() {
        // Given
        inWork.begin("workspace-commands");
        inWork.end("workspace-commands");

        // When
        clock.pass(Duration.ofDays(1));

        // Then
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void letsNothingBeTriedAgainWhenTheProcessStops() {
        // Given
        inWork.begin("workspace-commands");

        // When
        inWork.refuseMore();

        // Then
        assertThatThrownBy(() -> inWork.requireNotEnding()).isInstanceOf(ShuttingDown.class);
    }
}
