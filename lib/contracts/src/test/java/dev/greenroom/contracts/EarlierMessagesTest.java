package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of versions that did not know all fields of today: compacted topics and databases keep them for years. */
class EarlierMessagesTest {
    private final MessageCodec codec = new MessageCodec("catalog-sync-service", Clock.systemUTC());

    @Test
    void areReadFromTheTopicAsTheyWereMeant() {
        var read = (Decoded.Known) MessageCodec.decode(record(earlier()));

        assertMeansWhatItDid((CoderConfigEvent.Published) read.message());
    }

    @Test
    void areReadFromADatabaseAsTheyWereMeant() throws JsonProcessingException {
        assertMeansWhatItDid(MessageCodec.JSON.treeToValue(earlier(), CoderConfigEvent.Published.class));
    }

    @Test
    void fitTheSchemaOfToday() {
        assertThat(Documents.schema(MessageType.CODER_CONFIG_PUBLISHED).validate(earlier()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areToldFromThoseThatSayIt(boolean said) {
        var today = earlier().put("applicable", said);
        today.withObject("config").withObject("preprovision").put("snapshot", said);

        var read = published(today);

        assertThat(read.applicable()).isEqualTo(said);
        assertThat(read.config().preprovision().snapshot()).isEqualTo(said);
    }

    @Test
    void areNoExcuseForAFlagOfTheWrongKind() {
        assertThat(MessageCodec.decode(record(earlier().put("applicable", "s3cret"))))
                .isEqualTo(new Decoded.Unreadable(
                        MessageType.CODER_CONFIG_PUBLISHED.type() + " with a body that does not fit at applicable"));
    }

    private static void assertMeansWhatItDid(CoderConfigEvent.Published read) {
        assertThat(read.applicable()).isTrue();
        assertThat(read.config().preprovision())
                .isEqualTo(new CoderConfig.Preprovision(
                        1, List.of(UserRef.parse("user:default/jane.doe")), true, null, null, false));
    }

    private CoderConfigEvent.Published published(ObjectNode body) {
        return (CoderConfigEvent.Published) ((Decoded.Known) MessageCodec.decode(record(body))).message();
    }

    /** The sample that opts in, without what was added later. */
    private static ObjectNode earlier() {
        var json = Documents.samplesOf(MessageType.CODER_CONFIG_PUBLISHED).stream()
                .map(Documents::json)
                .filter(sample -> sample.at("/config/preprovision").isObject())
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
        json.remove("applicable");
        json.withObject("config").withObject("preprovision").remove(List.of("maxWorkspaces", "ttl", "snapshot"));
        return json;
    }

    private ConsumerRecord<String, byte[]> record(ObjectNode body) {
        var whole = SamplesTest.received(codec.encode(published(), null));
        var record = new ConsumerRecord<>(
                whole.topic(), 0, 0L, whole.key(), body.toString().getBytes(StandardCharsets.UTF_8));
        whole.headers().forEach(record.headers()::add);
        return record;
    }

    private static CoderConfigEvent.Published published() {
        try {
            return MessageCodec.JSON.treeToValue(earlier(), CoderConfigEvent.Published.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
