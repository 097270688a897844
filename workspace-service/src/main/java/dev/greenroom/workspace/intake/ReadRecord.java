package dev.greenroom.workspace.intake;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record means to the reader of one kind of message. */
sealed interface ReadRecord<M extends Message> {

    record Good<M extends Message>(M message, KafkaRecord<String, byte[]> record) implements ReadRecord<M> {
        Unreadable<M> givenUp(String why) {
            return new Unreadable<>(why, record);
        }
    }

    /** The end of a key, which was withdrawn by a message before. */
    record Nothing<M extends Message>() implements ReadRecord<M> {}

    record Unreadable<M extends Message>(String why, KafkaRecord<String, byte[]> record) implements ReadRecord<M> {}

    static <M extends Message> ReadRecord<M> read(KafkaRecord<String, byte[]> record, Class<M> type) {
        return switch (checked(raw(record), type)) {
            case Decoded.Tombstone _ -> new Nothing<>();
            case Decoded.Unreadable(var why) -> new Unreadable<>(why, record);
            case Decoded.Known(var message, var _) -> new Good<>(type.cast(message), record);
        };
    }

    /** What a record is, and unreadable too where it does not belong on its topic. */
    static Decoded checked(ConsumerRecord<String, byte[]> record, Class<? extends Message> type) {
        return switch (MessageCodec.decode(record)) {
            case Decoded.Known(var message, var _)
            when !type.isInstance(message) -> new Decoded.Unreadable("a message that does not belong on this topic");
            // The key decides which partition keeps whose order, and for commands whose rights are used.
            case Decoded.Known(var message, var _)
            when !message.key().equals(record.key()) -> new Decoded.Unreadable("a key that is not its message's");
            case Decoded other -> other;
        };
    }

    /** As it came from Kafka. */
    @SuppressWarnings("unchecked")
    static ConsumerRecord<String, byte[]> raw(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> (ConsumerRecord<String, byte[]>) metadata.getRecord())
                .orElseThrow(() -> new IllegalStateException("a record that did not come from Kafka"));
    }
}
