package dev.greenroom.standins.kafka;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.TemporaryFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Kafka with Greenroom's topics for a Quarkus test, which may have a field of type {@link KafkaStandIn} to take it away
 * and bring it back. With {@code -Dgreenroom.containers} it is the official image by Testcontainers, and the field
 * stays null.
 */
public final class KafkaTestResource implements QuarkusTestResourceLifecycleManager {
    /** Fewer than in production, so that a test starts fast; more than one, so that nothing relies on one. */
    private static final int PARTITIONS = 3;

    private final Path data = TemporaryFolder.create("kafka");
    private @Nullable KafkaStandIn standIn;
    private @Nullable KafkaContainer container;

    @Override
    public Map<String, String> start() {
        var bootstrapServers = Boolean.getBoolean("greenroom.containers") ? startContainer() : startStandIn();
        GreenroomTopics.create(bootstrapServers, PARTITIONS);
        return Map.of("kafka.bootstrap.servers", bootstrapServers);
    }

    private String startStandIn() {
        standIn = KafkaStandIn.start(data, FreePort.find());
        return standIn.bootstrapServers();
    }

    private String startContainer() {
        container = new KafkaContainer("apache/kafka:4.1.2");
        container.start();
        return container.getBootstrapServers();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standIn, new TestInjector.MatchesType(KafkaStandIn.class));
    }

    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
        if (container != null) {
            container.stop();
        }
        TemporaryFolder.delete(data);
    }
}
