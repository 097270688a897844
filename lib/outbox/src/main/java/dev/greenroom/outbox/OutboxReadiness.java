package dev.greenroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Red while a shard's rows can't be sent, or, since a relay with nothing to send would not notice, while no broker
 * answers.
 */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {
    private final Relays relays;
    private final BrokerProbe broker;

    OutboxReadiness(Relays relays, BrokerProbe broker) {
        this.relays = relays;
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("outbox").up();
        if (!broker.answers()) {
            response.withData("broker", "does not answer").down();
        }
        for (var state : relays.states()) {
            var shard = "shard-" + state.shard();
            switch (state.condition()) {
                case ShardState.Condition.Starting() -> response.withData(shard, "starting");
                case ShardState.Condition.StandingBy() -> response.withData(shard, "standing by");
                case ShardState.Condition.Leading() -> response.withData(shard, "leading");
                case ShardState.Condition.Failing(var culprit) ->
                    response.withData(shard, culprit.sentence()).down();
            }
        }
        return response.build();
    }
}
