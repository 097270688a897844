package dev.greenroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Red while a shard's rows can't be sent. Whether the broker is there when nothing is to be sent, Quarkus's own check of
 * Kafka says.
 */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {
    private final Relays relays;

    OutboxReadiness(Relays relays) {
        this.relays = relays;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("outbox").up();
        for (var state : relays.states()) {
            var shard = "shard-" + state.shard();
            switch (state.condition()) {
                case ShardState.Condition.Starting() -> response.withData(shard, "starting");
                case ShardState.Condition.StandingBy() -> response.withData(shard, "standing by");
                case ShardState.Condition.Leading() -> response.withData(shard, "leading");
                case ShardState.Condition.Failing(var cause) ->
                    response.withData(shard, "failing: " + cause.getSimpleName())
                            .down();
            }
        }
        return response.build();
    }
}
