package dev.greenroom.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens the producer of a shard, of which the broker lets one live: each that is opened fences those before it. */
@ApplicationScoped
class ShardProducers {
    private final Map<String, Object> broker;
    private final OutboxConfig config;

    /** @param broker all that is configured as {@code kafka.*}: servers, security */
    ShardProducers(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config) {
        this.broker = broker;
        this.config = config;
    }

    Producer<String, byte[]> open(int shard) {
        var id = config.writer() + "-outbox-" + shard;
        var third = config.deliveryTimeout().dividedBy(3);
        var settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, id);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(third.multipliedBy(4)));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(third.multipliedBy(3)));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(third));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(third.multipliedBy(2)));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
