package dev.greenroom.gateway.neighbours;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.kafka.TopicReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads the commands' topic as workspace-service does, from its beginning to its end. */
public final class Commands {
    private static @Nullable TopicReader reader;

    private Commands() {}

    /** A command as it was on the topic. */
    public record Published(ConsumerRecord<String, byte[]> row, Decoded.Known decoded) {}

    /** All that are there of this owner, in their order. */
    public static List<Published> of(String owner) {
        var key = "default/" + UserRef.parse(owner);
        return reader().toTheEnd().stream()
                .filter(row -> row.key().equals(key))
                .map(row -> new Published(row, (Decoded.Known) MessageCodec.decode(row)))
                .toList();
    }

    /** Lives as long as the tests. */
    private static synchronized TopicReader reader() {
        if (reader == null) {
            var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
            reader = new TopicReader(servers, Topic.WORKSPACE_COMMANDS.topicName());
        }
        return reader;
    }
}
