package dev.greenroom.gateway.commands;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before Kafka has been reached once. Later outages leave the gateway ready: what is read does not need
 * Kafka, and writes say 503 by themselves.
 */
@Readiness
class BrokerReached implements HealthCheck {
    private final FirstContact contact;
    private final CommandPublisher publisher;

    BrokerReached(FirstContact contact, CommandPublisher publisher) {
        this.contact = contact;
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("commands")
                .withData("kafka", state())
                .status(contact.made())
                .build();
    }

    private String state() {
        if (!contact.made()) {
            return "not reached yet";
        }
        return publisher.away() ? "away" : "there";
    }
}
