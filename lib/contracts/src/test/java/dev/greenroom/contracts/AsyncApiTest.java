package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {
    private final JsonNode document = Documents.asyncApi();
    private final AsyncApi api = new AsyncApi(document);

    @Test
    void isWrittenInTheFieldsOfAsyncApi3() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(AsyncApiFields.faultsOf(document)).isEmpty();
    }

    @Test
    void wouldNotPassWithAFieldMisspelt() {
        ((ObjectNode) document.at("/operations/gatewaySendsWorkspaceCommands")).put("summmary", "");
        ((ObjectNode) document.at("/channels/coderConfigs/bindings/kafka")).remove("partitions");
        ((ObjectNode) document.at("/components/messages/workspaceCreate")).remove("payload");

        assertThat(AsyncApiFields.faultsOf(document))
                .containsExactlyInAnyOrder("operation: unknown summmary", "message: no payload");
    }

    @Test
    void refersToWhatIsThere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                reference.startsWith("#")
                                        ? !document.at(reference.substring(1)).isMissingNode()
                                        : Documents.EVENTS
                                                .resolve(reference)
                                                .toFile()
                                                .isFile())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void namesNoServerSinceEachInstallationHasItsOwn() {
        assertThat(document.has("servers")).isFalse();
    }

    @Test
    void hasAChannelForEachTopicAndForTheDeadLettersOfThoseThatAreRead() {
        var topics = Stream.concat(
                Arrays.stream(Topic.values()).map(Topic::topicName),
                api.topicsWithReaders().stream().map(Topic::deadLetterTopicName));

        assertThat(document.path("channels"))
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(topics.toList());
        assertThat(document.path("channels")).allSatisfy(channel -> {
            assertThat(channel.at("/bindings/kafka/topic")).isEqualTo(channel.path("address"));
            assertThat(channel.at("/bindings/kafka/partitions").asInt())
                    .isEqualTo(channel.path("address").asText().endsWith(".dlq") ? 1 : 12);
            assertThat(channel.at("/bindings/kafka/replicas").asInt()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void keepsEachTopicAsItsMessagesNeed(Topic topic) {
        var live = api.configuration(topic.topicName());

        assertThat(AsyncApi.texts(live.path("cleanup.policy")))
                .containsExactly(topic.compacted() ? "compact" : "delete");
        assertThat(live.path(topic.compacted() ? "delete.retention.ms" : "retention.ms")
                        .asLong())
                .isEqualTo(Duration.ofDays(7).toMillis());
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"CODER_CONFIGS", "CODER_ACCOUNTS"})
    void compactsNothingAwayBeforeAReaderThatWasAwayForAWeekHasSeenIt(Topic topic) {
        assertThat(api.configuration(topic.topicName())
                        .path("min.compaction.lag.ms")
                        .asLong())
                .isEqualTo(Duration.ofDays(7).toMillis());
    }

    @Test
    void keepsWhatAReaderGaveUpForThirtyDaysAsItWas() {
        assertThat(api.topicsWithReaders())
                .containsExactlyInAnyOrder(Topic.CODER_CONFIGS, Topic.WORKSPACE_COMMANDS, Topic.CODER_ACCOUNTS)
                .allSatisfy(topic -> {
                    var kept = api.configuration(topic.deadLetterTopicName());
                    assertThat(AsyncApi.texts(kept.path("cleanup.policy"))).containsExactly("delete");
                    assertThat(kept.path("retention.ms").asLong())
                            .isEqualTo(Duration.ofDays(30).toMillis());
                    // Room for a record of a broker's largest size, and for what is written beside it.
                    assertThat(kept.path("max.message.bytes").asInt()).isEqualTo(2 * 1024 * 1024);
                    assertThat(api.channel(topic.deadLetterTopicName()).path("messages"))
                            .isEqualTo(api.channel(topic.topicName()).path("messages"));
                });
    }

    @Test
    void hasEachMessageAndNoOther() {
        assertThat(document.at("/components/messages"))
                .extracting(message -> message.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(types(Arrays.stream(MessageType.values())));
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void saysHowEachMessageIsWritten(MessageType type) {
        var message = api.message(type.type());

        assertThat(Documents.EVENTS
                        .resolve(message.at("/payload/$ref").asText())
                        .normalize())
                .isEqualTo(Documents.schemaFile(type));
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asText())
                .isEqualTo(type.type());
        assertThat(message.path("contentType").asText()).isEqualTo("application/json");
        assertThat(message.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
    }

    @Test
    void namesTheHeadersThatTheCodecWrites() {
        // Given
        var sample = Documents.samplesOf(MessageType.WORKSPACE_REMOVED).getFirst();
        var message = MessageCodec.JSON.convertValue(Documents.json(sample), MessageType.WORKSPACE_REMOVED.message());

        // When
        var record = new MessageCodec("workspace-service", Clock.systemUTC())
                .encode(message, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        // Then
        var written = new TreeSet<String>();
        record.headers().forEach(header -> written.add(header.key()));
        var schema = document.at("/components/schemas/cloudEventHeaders");
        assertThat(schema.path("properties").properties().stream().map(property -> property.getKey()))
                .containsExactlyInAnyOrderElementsOf(written);
        written.remove("traceparent");
        assertThat(AsyncApi.texts(schema.path("required"))).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void sendsOnEachTopicWhatBelongsThereAndFromOneServiceOnly(Topic topic) {
        var belonging = types(Arrays.stream(MessageType.values()).filter(type -> topicOf(type) == topic));
        var channel = api.channel(topic.topicName());

        assertThat(channel.path("messages"))
                .extracting(reference -> api.resolved(reference).path("name").asText())
                .containsExactlyInAnyOrderElementsOf(belonging);
        var senders = api.operations("send", channel).map(AsyncApi::service).toList();
        assertThat(senders).hasSize(1);
        assertThat(channel.path("messages"))
                .allSatisfy(reference -> assertThat(api.resolved(reference)
                                .at("/headers/allOf/1/properties/ce_source/const")
                                .asText())
                        .isEqualTo("/greenroom/" + senders.getFirst()));
    }

    @Test
    void givesEachReaderItsGroupAndADeadLetterTopic() {
        assertThat(api.topicsWithReaders()).allSatisfy(topic -> {
            var readers =
                    api.operations("receive", api.channel(topic.topicName())).toList();
            assertThat(readers)
                    .allSatisfy(operation -> assertThat(operation
                                    .at("/bindings/kafka/groupId/const")
                                    .asText())
                            .isEqualTo(AsyncApi.service(operation)));
            assertThat(api.operations("send", api.channel(topic.deadLetterTopicName()))
                            .map(AsyncApi::service))
                    .containsExactlyInAnyOrderElementsOf(
                            readers.stream().map(AsyncApi::service).toList());
        });
    }

    private static Topic topicOf(MessageType type) {
        var sample = Documents.json(Documents.samplesOf(type).getFirst());
        return MessageCodec.JSON.convertValue(sample, type.message()).topic();
    }

    private static List<String> types(Stream<MessageType> types) {
        return types.map(MessageType::type).toList();
    }
}
