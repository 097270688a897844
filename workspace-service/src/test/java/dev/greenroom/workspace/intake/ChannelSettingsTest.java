package dev.greenroom.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.Topic;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each channel has to say for nothing to be lost; a default of SmallRye or Kafka is wrong for each of these. */
class ChannelSettingsTest {

    private static final String ALL = "mp.messaging.connector.smallrye-kafka.";

    private final Properties settings = new Properties();

    ChannelSettingsTest() throws IOException {
        try (var file = ChannelSettingsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"coder-configs,CODER_CONFIGS", "coder-accounts,CODER_ACCOUNTS", "workspace-commands,WORKSPACE_COMMANDS"
    })
    void namesTopicGroupAndDeadLetters(String channel, Topic topic) {
        assertThat(of(channel, "topic")).isEqualTo(topic.topicName());
        assertThat(of(channel, "dead-letter-queue.topic")).isEqualTo(topic.deadLetterTopicName());
        assertThat(of(channel, "failure-strategy")).isEqualTo("dead-letter-queue");
        assertThat(of(channel, "group.id")).isEqualTo("workspace-service");
        assertThat(of(channel, "batch")).isEqualTo("true");
        assertThat(of(channel, "commit-strategy")).isEqualTo("latest");
        assertThat(of(channel, "pausable")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "acks,all",
        "enable.idempotence,true",
        "isolation.level,read_committed",
        "auto.offset.reset,earliest",
        "session.timeout.ms,10000",
        "max.poll.records,500"
    })
    void setsForAllChannels(String setting, String value) {
        assertThat(settings.getProperty(ALL + setting)).isEqualTo(value);
    }

    private String of(String channel, String setting) {
        return settings.getProperty("mp.messaging.incoming." + channel + "." + setting);
    }
}
