package dev.greenroom.gateway.commands;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.METADATA_MAX_IDLE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The producer's settings: every replica in sync acknowledges, and nobody waits longer than the patience. */
final class ProducerSettings {
    private static final Duration LONGER_THAN_A_QUIET_WEEKEND = Duration.ofDays(30);

    private ProducerSettings() {}

    /** @param connection how to reach and log in to the brokers: the {@code kafka.*} of the configuration */
    static Map<String, Object> of(Map<String, Object> connection, Duration patience) {
        var settings = new HashMap<>(connection);
        settings.put(CLIENT_ID_CONFIG, "gateway");
        settings.put(ACKS_CONFIG, "all");
        settings.put(ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(COMPRESSION_TYPE_CONFIG, "none");
        settings.put(LINGER_MS_CONFIG, 0);
        bounded(settings, patience.toMillis());
        // Else the first command after five quiet minutes waits for metadata.
        settings.put(METADATA_MAX_IDLE_CONFIG, LONGER_THAN_A_QUIET_WEEKEND.toMillis());
        return settings;
    }

    private static void bounded(Map<String, Object> settings, long patience) {
        long block = patience / 4;
        int delivery = Math.toIntExact(patience - block);
        settings.put(MAX_BLOCK_MS_CONFIG, block);
        settings.put(DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        settings.put(REQUEST_TIMEOUT_MS_CONFIG, delivery);
        // A broker that is back is found within a second, and one that swallows connections holds up for one only.
        settings.put(RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
        settings.put(SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1000L);
        settings.put(SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 1000L);
    }
}
