package dev.greenroom.workspace.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that was put aside, without its body: that is as confidential as what users type.
 *
 * @param offset in the dead-letter topic, which has one partition: by it the record is replayed
 * @param reason why it was put aside
 * @param type what it says it is
 * @param partition of the topic that it was read from
 * @param sourceOffset where it stood there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetter(
        long offset,
        Instant putAsideAt,
        String reason,
        @Nullable String type,
        @Nullable String key,
        @Nullable Integer partition,
        @Nullable Long sourceOffset) {

    /** Headers are their writer's words. */
    private static final int LONGEST = 500;

    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                header(record, "dead-letter-reason").orElse("unknown"),
                header(record, "ce_type").orElse(null),
                record.key() == null ? null : cut(record.key()),
                number(record, "dead-letter-partition").map(Math::toIntExact).orElse(null),
                number(record, "dead-letter-offset").orElse(null));
    }

    private static Optional<Long> number(ConsumerRecord<String, byte[]> record, String name) {
        return header(record, name).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> cut(new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
