package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final MessageCodec CODEC = new MessageCodec("test", Clock.systemUTC());

    static List<Path> samples() {
        return Documents.samples();
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void showEachMessage(MessageType type) {
        assertThat(Documents.samplesOf(type)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitTheirSchema(Path sample) {
        var schema = Documents.schema(Documents.typeOf(sample));

        assertThat(schema.validate(Documents.json(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReadAndWrittenBackAsTheyWere(Path sample) throws IOException {
        // Given
        var json = Documents.json(sample);
        var message =
                MessageCodec.JSON.treeToValue(json, Documents.typeOf(sample).message());

        // When
        var record = CODEC.encode(message, null);

        // Then
        assertThat(MessageCodec.JSON.readTree(record.value())).isEqualTo(json);
        assertThat(record.topic()).isEqualTo(message.topic().topicName());
        assertThat(MessageCodec.decode(received(record))).isEqualTo(new Decoded.Known(message, null));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReadTheSameWithFieldsThatThisVersionDoesNotKnow(Path sample) throws IOException {
        // Given
        var type = Documents.typeOf(sample).message();
        var json = (ObjectNode) Documents.json(sample);
        var message = MessageCodec.JSON.treeToValue(json, type);

        // When
        var later = json.deepCopy();
        later.putObject("addedLater").put("x", 1);

        // Then
        assertThat(Documents.schema(Documents.typeOf(sample)).validate(later)).isEmpty();
        assertThat((Object) MessageCodec.JSON.treeToValue(later, type)).isEqualTo(message);
    }

    @Test
    void failTheirSchemaWhenAReferenceIsNone() {
        // Given
        var sample = (ObjectNode) Documents.json(
                Documents.samplesOf(MessageType.WORKSPACE_REMOVED).getFirst());

        // When
        sample.put("owner", "jane");

        // Then
        assertThat(Documents.schema(MessageType.WORKSPACE_REMOVED).validate(sample))
                .hasSize(1);
    }

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var record = new ConsumerRecord<>(sent.topic(), 0, 0L, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
