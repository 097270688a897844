package dev.greenroom.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.standins.SteppingClock;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeping that takes longer than a transaction may. */
@QuarkusTest
class LongTransactionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Inject
    Database database;

    private final TestBatch batch = new TestBatch();
    private final BatchesInWork inWork = new BatchesInWork(new SteppingClock());
    private final PatientTransaction transaction = new PatientTransaction(inWork, new TestIntake(TIMEOUT));

    @Test
    void keepsInPartsWhatIsTooMuchForOne() {
        // Given
        List<Integer> attempts = new ArrayList<>();
        Keep<CoderConfigEvent> keep = events -> {
            attempts.add(events.size());
            if (events.size() > 1) {
                takeTooLong();
            }
        };

        // When
        var taken = new BatchIntake(transaction, inWork)
                .take(
                        "a channel",
                        batch.of(
                                Topics.encoded(Entity.some().published(1)),
                                Topics.encoded(Entity.some().published(1))),
                        CoderConfigEvent.class,
                        keep);

        // Then
        assertThat(taken.toCompletableFuture()).isCompleted();
        assertThat(attempts).containsExactly(2, 1, 1);
        assertThat(batch.settled()).containsOnly("acknowledged");
    }

    @Test
    void waitsForWhatCanNotBeDivided() {
        assertThatThrownBy(() -> transaction.run("a channel", false, this::takeTooLong))
                .isInstanceOf(Outage.class);
    }

    private void takeTooLong() {
        database.count("SELECT count(*) AS count FROM (SELECT pg_sleep(1.2)) slept");
    }
}
