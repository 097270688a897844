package dev.greenroom.chaos;

import static dev.greenroom.contracts.OperationStatus.ACCEPTED;
import static dev.greenroom.contracts.OperationStatus.RUNNING;
import static dev.greenroom.contracts.OperationStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifeTest {
    @Test
    void beginsWhenItRunsAndEndsWhenItSettles() {
        var life = after(after(after(null, ACCEPTED, 1, 10), RUNNING, 2, 20), SUCCEEDED, 3, 30);

        assertThat(life.begunAt()).isEqualTo(20);
        assertThat(life.settledAt()).isEqualTo(30);
        assertThat(life.succeeded()).isTrue();
    }

    @Test
    void isNotChangedByWhatItHasHeardBefore() {
        var life = after(after(null, ACCEPTED, 1, 10), SUCCEEDED, 2, 20);

        assertThat(after(life, ACCEPTED, 1, 30)).isEqualTo(life);
        assertThat(after(life, SUCCEEDED, 2, 30)).isEqualTo(life);
    }

    @Test
    void isOpenAgainWhereItIsAcceptedAnew() {
        var life = after(after(null, SUCCEEDED, 2, 10), ACCEPTED, 3, 20);

        assertThat(life.settled()).isFalse();
        assertThat(life.settledAt()).isEqualTo(10);
    }

    private static Life after(Life before, OperationStatus status, long revision, long now) {
        var event = new OperationChanged(
                "default",
                new UserRef("default", "anna"),
                new UUID(0, 1),
                revision,
                Instant.EPOCH,
                "StopWorkspace",
                Cause.REQUESTED,
                status,
                null,
                null,
                null);
        return Life.after(before, event, now);
    }
}
