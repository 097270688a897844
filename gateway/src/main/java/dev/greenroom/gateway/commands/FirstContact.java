package dev.greenroom.gateway.commands;

import dev.greenroom.contracts.Topic;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Warms the producer up, so that the first command is as fast as the others. The service starts without Kafka too,
 * and goes on asking for it.
 */
@ApplicationScoped
class FirstContact {
    private static final Logger LOG = Logger.getLogger(FirstContact.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final Broker broker;
    private @Nullable Thread thread;
    private boolean tried;
    private volatile boolean made;

    FirstContact(Broker broker) {
        this.broker = broker;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("kafka-first-contact").start(this::untilMade);
    }

    /** Whether Kafka has been reached since the start. It may be away again. */
    boolean made() {
        return made;
    }

    private void untilMade() {
        try {
            while (!made) {
                attempt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            var partitions = broker.partitionsOf(Topic.WORKSPACE_COMMANDS.topicName());
            made = true;
            LOG.infof("Kafka is there; commands go to %d partitions", partitions);
        } catch (KafkaException e) {
            var why = e.getCause() == null ? e : e.getCause();
            LOG.logf(tried ? Level.DEBUG : Level.WARN, "Kafka has not been reached yet, and is asked on: %s", why);
            tried = true;
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
    }

    @PreDestroy
    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
