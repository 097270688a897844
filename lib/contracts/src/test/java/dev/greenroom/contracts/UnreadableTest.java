package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of records that are not ours, or not as they should be: an outcome, which quotes nothing of them. */
class UnreadableTest {
    private static final String TYPE = MessageType.CREATE_WORKSPACE.type();

    private final MessageCodec codec = new MessageCodec("gateway", Clock.systemUTC());

    @Test
    void doesNotKnowATypeOfALaterVersion() {
        var record = received();
        replace(record, "ce_type", "dev.greenroom.workspace.create.v2");

        assertThat(MessageCodec.decode(record))
                .isEqualTo(new Decoded.Unreadable("unknown type dev.greenroom.workspace.create.v2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source"})
    void refusesARecordWithoutAnAttributeThatEachCloudEventHas(String header) {
        var record = received();
        record.headers().remove(header);

        assertUnreadable(record, "no CloudEvent in Kafka's binary mode");
    }

    @ParameterizedTest
    @CsvSource({"ce_specversion,0.0", "ce_source,not a uri", "ce_time,yesterday"})
    void refusesARecordWithABrokenAttribute(String header, String value) {
        var record = received();
        replace(record, header, value);

        assertUnreadable(record, "no CloudEvent in Kafka's binary mode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "deployment", "actor", "owner", "cause", "issuedAt", "deadline", "entityRef", "params"})
    void namesWhatIsMissingOrNull(String field) {
        assertUnreadable(changed(json -> json.remove(field)), TYPE + " without " + field);
        assertUnreadable(changed(json -> json.putNull(field)), TYPE + " without " + field);
    }

    @Test
    void namesWhatIsMissingInside() {
        var workspace = record(
                MessageType.WORKSPACE_CHANGED,
                json -> json.withObject("workspace").remove("buildNumber"));
        var user = record(
                MessageType.WORKSPACE_CHANGED,
                json -> json.withObject("workspace").putArray("entityRefs").addNull());
        var reason = record(
                MessageType.CODER_CONFIG_INVALID,
                json -> ((ObjectNode) json.withArray("reasons").get(0)).remove("code"));
        var parameter = changed(json -> json.withObject("params").putNull("cpu"));

        assertUnreadable(workspace, "dev.greenroom.workspace.changed.v1 without workspace.buildNumber");
        assertUnreadable(user, "dev.greenroom.workspace.changed.v1 without workspace.entityRefs[]");
        assertUnreadable(reason, "dev.greenroom.coder-config.invalid.v1 without reasons[].code");
        assertUnreadable(parameter, TYPE + " without params[]");
    }

    @Test
    void saysWhereABodyDoesNotFitWithoutQuotingIt() {
        assertUnreadable(
                changed(json -> json.put("owner", "s3cret")), TYPE + " with a body that does not fit at owner");
        assertUnreadable(
                changed(json -> json.put("cause", "S3CRET")), TYPE + " with a body that does not fit at cause");
        assertUnreadable(
                changed(json -> json.putObject("params").putObject("s3cret")),
                TYPE + " with a body that does not fit at params");
    }

    @Test
    void doesNotRoundARevision() {
        var record = record(MessageType.WORKSPACE_REMOVED, json -> json.put("revision", 1.5));

        assertUnreadable(record, "dev.greenroom.workspace.removed.v1 with a body that does not fit at revision");
    }

    @Test
    void refusesAnInvalidConfigurationWithoutAReason() {
        var record = record(MessageType.CODER_CONFIG_INVALID, json -> json.putArray("reasons"));

        assertUnreadable(record, "dev.greenroom.coder-config.invalid.v1 with a body that does not fit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": s3cret}|with a body that does not fit, line 1, column 8",
                "{\"id\": \"s3cret|with a body that does not fit, line 1, column 15",
                "{} s3cret|with a body that does not fit, line 1, column 4",
                "[]|with a body that is no JSON object",
                "null|with a body that is no JSON object",
                "\"s3cret\"|with a body that is no JSON object",
                "''|with a body that is no JSON object"
            })
    void refusesWhatIsNoJsonObjectWithoutQuotingIt(String body, String why) {
        assertUnreadable(withBody(body.getBytes(StandardCharsets.UTF_8)), TYPE + " " + why);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(MessageCodec.decode(withBody(new byte[] {'{', (byte) 0xc3, (byte) 0x28, '}'})))
                .isInstanceOf(Decoded.Unreadable.class);
    }

    private ConsumerRecord<String, byte[]> received() {
        return SamplesTest.received(codec.encode(MessageCodecTest.COMMAND, null));
    }

    private ConsumerRecord<String, byte[]> withBody(byte[] body) {
        var whole = received();
        var record = new ConsumerRecord<>(whole.topic(), 0, 0L, whole.key(), body);
        whole.headers().forEach(record.headers()::add);
        return record;
    }

    private ConsumerRecord<String, byte[]> changed(Consumer<ObjectNode> change) {
        return record(MessageType.CREATE_WORKSPACE, change);
    }

    /** The type's first sample, changed. */
    private ConsumerRecord<String, byte[]> record(MessageType type, Consumer<ObjectNode> change) {
        var json = (ObjectNode) Documents.json(Documents.samplesOf(type).getFirst());
        change.accept(json);
        var record = withBody(json.toString().getBytes(StandardCharsets.UTF_8));
        replace(record, "ce_type", type.type());
        return record;
    }

    private static void replace(ConsumerRecord<?, ?> record, String header, String value) {
        record.headers().remove(header);
        record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnreadable(ConsumerRecord<String, byte[]> record, String why) {
        assertThat(MessageCodec.decode(record)).isEqualTo(new Decoded.Unreadable(why));
    }
}
