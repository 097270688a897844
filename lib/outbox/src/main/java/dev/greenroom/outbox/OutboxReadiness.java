package dev.greenroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before a broker has answered once. Later outages of Kafka leave the service ready: the database keeps what
 * is to be sent, and reads do not need Kafka. The data say how Kafka and each shard are; alert on
 * {@code greenroom_outbox_oldest_age_seconds}. The database has a check of its own, Quarkus's.
 */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {
    private final Relays relays;
    private final BrokerProbe broker;
    private volatile boolean reached;

    OutboxReadiness(Relays relays, BrokerProbe broker) {
        this.relays = relays;
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("outbox").withData("kafka", kafka());
        relays.states().forEach(state -> response.withData("shard-" + state.shard(), words(state.condition())));
        return response.status(reached).build();
    }

    private String kafka() {
        if (broker.answers()) {
            reached = true;
            return "there";
        }
        return reached ? "away" : "not reached yet";
    }

    private static String words(ShardState.Condition condition) {
        return switch (condition) {
            case ShardState.Condition.Starting() -> "starting";
            case ShardState.Condition.StandingBy() -> "standing by";
            case ShardState.Condition.Leading() -> "leading";
            case ShardState.Condition.Failing(var culprit) -> culprit.sentence();
        };
    }
}
