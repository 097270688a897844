package dev.greenroom.workspace.work;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Without the thread that takes turns commands are accepted and nothing is done. */
@Liveness
class WorkersCheck implements HealthCheck {

    private final Workers workers;

    WorkersCheck(Workers workers) {
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("turns are taken")
                .status(workers.alive())
                .build();
    }
}
