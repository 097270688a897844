package dev.greenroom.outbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits in the outbox.
 *
 * @param headers in the order in which they are sent; those of CloudEvents are UTF-8 text
 * @param payload null for a tombstone
 */
record Row(String topic, String key, Map<String, String> headers, byte @Nullable [] payload) {

    static Row of(ProducerRecord<String, byte[]> message) {
        var headers = new LinkedHashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Row(message.topic(), message.key(), headers, message.value());
    }

    ProducerRecord<String, byte[]> toRecord() {
        var sent = new RecordHeaders();
        headers.forEach((name, value) -> sent.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(topic, null, key, payload, sent);
    }

    /** About what it takes in a record batch, in bytes. */
    int size() {
        var size = key.length() + (payload == null ? 0 : payload.length);
        for (var header : headers.entrySet()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
