package dev.greenroom.workspace.intake;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** SmallRye's {@code latest} commit strategy sees a stopped channel, but not one that is stuck in a batch. */
@Liveness
class StuckBatchCheck implements HealthCheck {

    private final BatchesInWork inWork;
    private final IntakeConfig config;

    StuckBatchCheck(BatchesInWork inWork, IntakeConfig config) {
        this.inWork = inWork;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var silent = inWork.silentFor(config.stuckAfter());
        var answer = HealthCheckResponse.named("batches go on").status(silent.isEmpty());
        silent.forEach((channel, age) -> answer.withData(channel, age.toString()));
        return answer.build();
    }
}
