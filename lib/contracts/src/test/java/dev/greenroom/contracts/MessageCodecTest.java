package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:20:00Z");
    private static final UserRef JANE = UserRef.parse("user:default/jane");
    private static final String TYPE = "dev.greenroom.workspace.create.v1";
    static final WorkspaceCommand COMMAND = new WorkspaceCommand.CreateWorkspace(
            UUID.fromString("5d0c7a52-1f7a-8e3b-9f1e-0c6a7be4d921"),
            "default",
            JANE,
            JANE,
            WorkspaceCommand.Cause.REQUESTED,
            NOW,
            NOW.plusSeconds(1800),
            EntityRef.parse("component:default/payments-api"),
            null,
            Map.of("cpu", "4"));

    private final MessageCodec codec = new MessageCodec("gateway", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void writesACloudEventInBinaryMode() {
        // When
        var record = codec.encode(COMMAND, null);

        // Then
        assertThat(record.topic()).isEqualTo("greenroom.workspace-commands.v1");
        assertThat(record.key()).isEqualTo("default/user:default/jane");
        assertThat(headers(record.headers()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "5d0c7a52-1f7a-8e3b-9f1e-0c6a7be4d921",
                        "ce_source", "/greenroom/gateway",
                        "ce_type", TYPE,
                        "ce_subject", "user:default/jane",
                        "ce_time", "2026-03-02T09:20:00Z",
                        "content-type", "application/json"));
    }

    @Test
    void carriesTheTrace() {
        // Given
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        // When
        var received = SamplesTest.received(codec.encode(COMMAND, traceparent));

        // Then
        assertThat(MessageCodec.decode(received)).isEqualTo(new Decoded.Known(COMMAND, traceparent));
    }

    @Test
    void readsANullAsTheEndOfItsKey() {
        var record = new ConsumerRecord<String, byte[]>("greenroom.coder-configs.v1", 0, 0, "default/a:b/c", null);

        assertThat(MessageCodec.decode(record)).isEqualTo(new Decoded.Tombstone("default/a:b/c"));
    }

    @Test
    void readsARecordWhoseTraceHasNoValue() {
        var record = SamplesTest.received(codec.encode(COMMAND, null));
        record.headers().add("traceparent", null);

        assertThat(MessageCodec.decode(record)).isEqualTo(new Decoded.Known(COMMAND, null));
    }

    private static Map<String, String> headers(Headers headers) {
        var texts = new HashMap<String, String>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
