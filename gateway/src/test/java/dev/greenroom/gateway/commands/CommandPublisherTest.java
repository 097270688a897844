package dev.greenroom.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.gateway.commands.PublishOutcome.Published;
import dev.greenroom.gateway.commands.PublishOutcome.Unacknowledged;
import dev.greenroom.standins.SteppingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What a command's caller hears while Kafka is away, silent, or back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
class CommandPublisherTest {
    private static final UserRef JANE = UserRef.parse("user:default/jane");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MANY = 100;

    private final KafkaByItself kafka = new KafkaByItself();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Broker broker = new Broker(Map.of("bootstrap.servers", kafka.bootstrapServers()), config());
    private final CommandPublisher publisher = new CommandPublisher(Clock.systemUTC(), broker, config(), meters);
    private final FirstContact contact = new FirstContact(broker);
    private final BrokerReached health = new BrokerReached(contact, publisher);

    @BeforeAll
    void startBeforeKafka() throws Exception {
        contact.start(new StartupEvent());
        assertThat(publish()).as("while Kafka was never there").isInstanceOf(Unacknowledged.class);
        assertThat(health.call().getStatus().name()).isEqualTo("DOWN");

        kafka.start();

        await().atMost(Duration.ofSeconds(10)).until(contact::made);
        assertThat(health.call().getStatus().name()).isEqualTo("UP");
        awaitAcknowledgement();
    }

    @AfterAll
    void end() throws Exception {
        contact.stop();
        broker.close();
        kafka.close();
    }

    @Test
    void saysThatItIsUncertainWithinASecondWhileKafkaIsSilent() throws Exception {
        kafka.fallSilent();
        try {
            for (int attempt = 0; attempt < 5; attempt++) {
                var started = System.nanoTime();
                var outcome = publish();
                var took = Duration.ofNanos(System.nanoTime() - started);

                assertThat(outcome).isEqualTo(new Unacknowledged(Duration.ofSeconds(2)));
                assertThat(took).isLessThan(SECOND);
            }
            assertThat(health.call().getStatus().name())
                    .as("reads need no Kafka")
                    .isEqualTo("UP");
            assertThat(health.call().getData().orElseThrow()).containsEntry("kafka", "away");
        } finally {
            kafka.goOn();
        }

        awaitAcknowledgement();
        assertThat(health.call().getData().orElseThrow()).containsEntry("kafka", "there");
    }

    @Test
    void answersAtOnceAfterTwoCommandsInARowWereNotAcknowledged() throws Exception {
        kafka.fallSilent();
        try {
            publish();
            publish();

            var started = System.nanoTime();
            var outcome = publish();
            var took = Duration.ofNanos(System.nanoTime() - started);

            assertThat(outcome).isInstanceOf(Unacknowledged.class);
            assertThat(took).isLessThan(Duration.ofMillis(100));
            await().untilAsserted(() -> assertThat(refusalAfterOneMore()).isPresent());
        } finally {
            kafka.goOn();
        }
        awaitAcknowledgement();
        assertThat(publisher.refusal()).isEmpty();
    }

    @Test
    void letsOneOfManyTryKafkaInEachPauseWhetherOrNotItComesThatFar() {
        var clock = new SteppingClock();
        var nowhere = new Broker(Map.of("bootstrap.servers", "kafka.invalid:9092"), config());
        var resting = new CommandPublisher(clock, nowhere, config(), meters);
        assertThat(letThrough(resting)).as("while Kafka is taken to be there").isEqualTo(MANY);
        resting.publish(command(), null);
        resting.publish(command(), null);

        assertThat(letThrough(resting)).isZero();
        for (int pause = 0; pause < 3; pause++) {
            clock.pass(PAUSE.minusMillis(1));
            assertThat(letThrough(resting)).isZero();
            clock.pass(Duration.ofMillis(1));
            assertThat(letThrough(resting)).isEqualTo(1);
        }
    }

    @Test
    void replacesAProducerThatHasFailedForGood() {
        broker.close();

        assertThat(publish()).isInstanceOf(Unacknowledged.class);
        assertThat(publish()).isInstanceOf(Published.class);
    }

    @Test
    void saysThatItIsUncertainWhereTheBrokersNameDoesNotResolve() throws Exception {
        var nowhere = new Broker(Map.of("bootstrap.servers", "kafka.invalid:9092"), config());
        var lost = new FirstContact(nowhere);
        lost.start(new StartupEvent());

        var outcome = new CommandPublisher(Clock.systemUTC(), nowhere, config(), meters).publish(command(), null);

        assertThat(outcome).isInstanceOf(Unacknowledged.class);
        assertThat(lost.made()).isFalse();
        lost.stop();
    }

    @Test
    void measuresHowLongTheAcknowledgementTook() {
        var before = published();

        publish();

        assertThat(published()).isEqualTo(before + 1);
    }

    private long published() {
        return meters.timer("greenroom.commands.publish", "command", "CreateWorkspace", "outcome", "published")
                .count();
    }

    private static long letThrough(CommandPublisher publisher) {
        return IntStream.range(0, MANY)
                .parallel()
                .filter(each -> publisher.refusal().isEmpty())
                .count();
    }

    /** The pause may have ended in between: then one command tries again, and the next pause begins. */
    private Optional<Unacknowledged> refusalAfterOneMore() {
        publish();
        return publisher.refusal();
    }

    private void awaitAcknowledgement() {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(10))
                .until(() -> publish() instanceof Published);
    }

    private PublishOutcome publish() {
        return publisher.publish(command(), null);
    }

    private static WorkspaceCommand command() {
        return new CreateWorkspace(
                UUID.randomUUID(),
                "default",
                JANE,
                JANE,
                Cause.REQUESTED,
                NOW,
                NOW.plusSeconds(600),
                EntityRef.parse("component:default/shop"),
                null,
                Map.of());
    }

    private static PublishingConfig config() {
        return new PublishingConfig() {
            @Override
            public Duration timeout() {
                return Duration.ofMillis(900);
            }

            @Override
            public Duration breakerDelay() {
                return PAUSE;
            }

            @Override
            public Duration retryAfter() {
                return Duration.ofSeconds(2);
            }
        };
    }
}
