package dev.greenroom.gateway.commands;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Keeps the one producer, and replaces it where it has failed for good. */
@ApplicationScoped
class Broker {
    private final Map<String, Object> settings;
    private final Duration patience;
    private @Nullable Producer<String, byte[]> producer;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> connection, PublishingConfig config) {
        patience = config.timeout();
        settings = ProducerSettings.of(connection, patience);
    }

    /**
     * Waits for the acknowledgement of all in-sync replicas, no longer than the patience.
     *
     * @throws Exception where there was none; the record may have arrived all the same
     */
    RecordMetadata deliver(ProducerRecord<String, byte[]> message) throws Exception {
        var deadline = System.nanoTime() + patience.toNanos();
        var used = producer();
        try {
            return used.send(message).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            var cause = e instanceof ExecutionException && e.getCause() instanceof Exception inner ? inner : e;
            if (!(cause instanceof RetriableException)) {
                discard(used);
            }
            throw cause;
        }
    }

    /** How many partitions the topic has, by which the producer learns where they are. */
    int partitionsOf(String topic) {
        return producer().partitionsFor(topic).size();
    }

    /** @throws KafkaException where there is none yet and none can be made, since no broker's name resolves */
    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private synchronized void discard(Producer<String, byte[]> failed) {
        if (producer == failed) {
            producer = null;
            Thread.startVirtualThread(() -> failed.close(Duration.ZERO));
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
