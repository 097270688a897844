package dev.greenroom.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages as CloudEvents 1.0 in Kafka's binary mode (attributes in {@code ce_} headers, a JSON body) and reads
 * them back. A W3C {@code traceparent} travels as a header of that name.
 */
public final class MessageCodec {
    private static final String TRACEPARENT = "traceparent";

    /** How bodies are written: ISO instants, nulls left out where a component may be null, unknown fields ignored. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final URI source;
    private final Clock clock;

    /** @param writer the module that writes, which ends the CloudEvents source {@code /greenroom/WRITER} */
    public MessageCodec(String writer, Clock clock) {
        this.source = URI.create("/greenroom/" + writer);
        this.clock = clock;
    }

    /** @param traceparent the W3C trace context that the reader is to go on with; null where there is none */
    public ProducerRecord<String, byte[]> encode(Message message, @Nullable String traceparent) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(message.messageId())
                .withSource(source)
                .withType(MessageType.of(message).type())
                .withSubject(message.subject())
                .withTime(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .withDataContentType("application/json")
                .withData(body(message))
                .build();
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(
                        message.topic().topicName(), message.key())
                .writeBinary(event);
        if (traceparent != null) {
            record.headers().add(TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    /** The tombstone of a message's key. */
    public static ProducerRecord<String, byte[]> tombstone(Message message) {
        return new ProducerRecord<>(message.topic().topicName(), message.key(), null);
    }

    private static byte[] body(Message message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message that can't be written as JSON", impossible);
        }
    }

    /** Never throws: what can't be read is an outcome. */
    public static Decoded decode(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return new Decoded.Tombstone(record.key());
        }
        return eventType(record)
                .map(type -> MessageType.ofType(type)
                        .map(known -> read(known, record))
                        .orElseGet(() -> new Decoded.Unreadable("unknown type " + type)))
                .orElseGet(() -> new Decoded.Unreadable("no CloudEvent in Kafka's binary mode"));
    }

    private static Optional<String> eventType(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(
                    KafkaMessageFactory.createReader(record).toEvent().getType());
        } catch (RuntimeException notOne) {
            // The library has an exception of its own for some faults, and the JDK's for others.
            return Optional.empty();
        }
    }

    private static Decoded read(MessageType type, ConsumerRecord<String, byte[]> record) {
        try {
            var body = JSON.readTree(record.value());
            if (!body.isObject()) {
                return new Decoded.Unreadable(type.type() + " with a body that is no JSON object");
            }
            var missing = RequiredComponents.firstMissing(type.message(), body);
            return missing.isPresent()
                    ? new Decoded.Unreadable(type.type() + " without " + missing.get())
                    : new Decoded.Known(JSON.treeToValue(body, type.message()), traceparent(record.headers()));
        } catch (IOException e) {
            return new Decoded.Unreadable(type.type() + " with a body that does not fit" + place(e));
        }
    }

    /** The exception's own text quotes the body, which may be anything: only the place is passed on. */
    private static String place(IOException e) {
        return switch (e) {
            case JsonMappingException misfit
            when !misfit.getPath().isEmpty() ->
                " at " + misfit.getPath().getFirst().getFieldName();
            case JsonProcessingException broken
            when isKnown(broken.getLocation()) ->
                ", line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
            default -> "";
        };
    }

    private static boolean isKnown(@Nullable JsonLocation location) {
        return location != null && location.getLineNr() > 0;
    }

    private static @Nullable String traceparent(Headers headers) {
        var header = headers.lastHeader(TRACEPARENT);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
