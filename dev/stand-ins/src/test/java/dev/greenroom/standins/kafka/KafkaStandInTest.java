package dev.greenroom.standins.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaStandInTest {
    private static final String TOPIC = Topic.WORKSPACE_COMMANDS.topicName();

    @TempDir
    Path data;

    @Test
    void keepsItsRecordsOverARestart() throws Exception {
        int port = FreePort.find();
        try (var kafka = KafkaStandIn.start(data, port)) {
            GreenroomTopics.create(kafka.bootstrapServers(), 1);
            send(kafka, "before");
        }

        try (var kafka = KafkaStandIn.start(data, port)) {
            GreenroomTopics.create(kafka.bootstrapServers(), 1);

            assertThat(read(kafka)).contains("before");
        }
    }

    @Test
    void takesWritesWhileOneOfThreeNodesIsAway() throws Exception {
        try (var kafka = KafkaStandIn.startCluster(data, 3)) {
            GreenroomTopics.create(kafka.bootstrapServers(), 1);
            send(kafka, "with three");

            kafka.stopNode(2);
            send(kafka, "with two");

            assertThat(read(kafka)).containsExactly("with three", "with two");
        }
    }

    @Test
    void compactsStatesAndKeepsEventsForAWeek() throws Exception {
        try (var kafka = KafkaStandIn.start(data, FreePort.find())) {
            GreenroomTopics.create(kafka.bootstrapServers(), 2);

            assertThat(setting(kafka, Topic.CODER_CONFIGS.topicName(), "cleanup.policy"))
                    .isEqualTo("compact");
            assertThat(setting(kafka, TOPIC, "cleanup.policy")).isEqualTo("delete");
            assertThat(setting(kafka, TOPIC, "retention.ms")).isEqualTo("604800000");
            assertThat(setting(kafka, Topic.CODER_CONFIGS.deadLetterTopicName(), "retention.ms"))
                    .isEqualTo("2592000000");
        }
    }

    private static void send(KafkaStandIn kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                client(kafka, Map.of("acks", "all")), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
        }
    }

    private static List<String> read(KafkaStandIn kafka) {
        var values = new java.util.ArrayList<String>();
        var group = Map.<String, Object>of("group.id", "test", "auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(client(kafka, group), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return !values.isEmpty()
                        && consumer.poll(Duration.ofMillis(200)).isEmpty();
            });
        }
        return values;
    }

    private static String setting(KafkaStandIn kafka, String topic, String name) throws Exception {
        try (var admin = Admin.create(client(kafka, Map.of()))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private static Map<String, Object> client(KafkaStandIn kafka, Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }
}
