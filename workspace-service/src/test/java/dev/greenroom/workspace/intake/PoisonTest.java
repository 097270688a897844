package dev.greenroom.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.SteppingClock;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** One author's annotation, or one mistake of ours, stops nobody else. */
@QuarkusTest
class PoisonTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Test
    void keepsASourceLocationThatIsLongerThanAnIndexTakes() {
        // Given
        var operations = new Operations(backstage, database);
        var person = Person.linked(coder, auth, database);
        var entity = Entity.some().from("https://github.com/acme/" + incompressible(20_000));

        // When
        operations.publish(entity.published(1));

        // Then
        var answer = operations.get(
                person, "/v1/entities/component/default/" + entity.ref().name());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(deadLettersOf(entity.published(1).key())).isEmpty();
    }

    @Test
    void putsAsideWhatCanNotBeKeptWhateverTheReasonAndKeepsItsNeighbours() {
        // Given
        var before = Entity.some().published(1);
        var poison = Entity.some().in(PoisonedConfigurations.NAMESPACE).published(1);
        var after = Entity.some().published(1);

        // When
        Topics.sendRaw(List.of(
                Topics.onPartition(0, Topics.encoded(before)),
                Topics.onPartition(0, Topics.encoded(poison)),
                Topics.onPartition(0, Topics.encoded(after))));

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> database.knows(before) && database.knows(after));
        var aside = await().atMost(Duration.ofSeconds(10))
                .until(() -> deadLettersOf(poison.key()), found -> !found.isEmpty());
        assertThat(aside)
                .singleElement()
                .extracting(PoisonTest::reason)
                .asString()
                .contains("IllegalStateException");
        assertThat(database.knows(poison)).isFalse();
    }

    @Test
    void putsAsideARecordOfTheLargestSizeWhoseTypeIsAsLong() {
        // Given
        var after = Entity.some().published(1);
        var poison = Topics.onPartition(0, Topics.encoded(Entity.some().published(1)));
        poison.headers().remove("ce_type").add("ce_type", new byte[300_000]);
        var record = new ProducerRecord<>(poison.topic(), 0, poison.key(), new byte[740_000], poison.headers());

        // When
        Topics.sendRaw(List.of(record, Topics.onPartition(0, Topics.encoded(after))));

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> database.knows(after));
        await().atMost(Duration.ofSeconds(10)).until(() -> deadLettersOf(poison.key()), found -> found.size() == 1);
    }

    @Test
    void takesOnlyAnOutageForASignOfLife() {
        // Given
        var clock = new SteppingClock();
        var inWork = new BatchesInWork(clock);
        var transaction = new PatientTransaction(inWork, TestIntake.DEFAULTS);
        inWork.begin("a channel");
        clock.pass(LIMIT.plusSeconds(1));

        // When
        assertThatThrownBy(() -> transaction.run("a channel", false, () -> {
                    throw new IllegalStateException("a mistake in the code");
                }))
                .isInstanceOf(NotKept.class);

        // Then
        assertThat(inWork.silentFor(LIMIT)).containsKey("a channel");
        assertThatThrownBy(() -> transaction.run("a channel", false, () -> {
                    throw new IllegalStateException(new SQLException("", "57P01"));
                }))
                .isInstanceOf(Outage.class);
        assertThat(inWork.silentFor(LIMIT)).isEmpty();
    }

    private static List<ConsumerRecord<String, byte[]>> deadLettersOf(String key) {
        return Topics.read(Topic.CODER_CONFIGS.deadLetterTopicName()).stream()
                .filter(row -> row.key().equals(key))
                .toList();
    }

    private static String reason(ConsumerRecord<String, byte[]> row) {
        return new String(row.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }

    /** PostgreSQL compresses what repeats before it measures it. */
    private static String incompressible(int length) {
        return new Random(1)
                .ints(length, 0, 36)
                .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
                .collect(Collectors.joining());
    }
}
