package dev.greenroom.outbox;

import static dev.greenroom.outbox.Events.key;
import static dev.greenroom.outbox.Events.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.outbox.RelayProcess.Run;
import dev.greenroom.outbox.RelayProcess.Safety;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to a shard whose relay is stopped, or ended, at the worst moment. */
@QuarkusTest
class FencingTest {
    /** Shards that the application under test does not serve. */
    private static final AtomicInteger SHARDS = new AtomicInteger(100);

    private static final Duration LEASE = Duration.ofMillis(400);

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** It goes from test to test, unless one kills it. */
    private static RelayChild child;

    private final int shard = SHARDS.getAndIncrement();
    private final UserRef owner = newOwner();
    private RowsOfAShard rows;

    @BeforeEach
    void openTheShard() {
        rows = new RowsOfAShard(database, shard);
    }

    @BeforeEach
    void startAProcess() {
        if (child == null || !child.alive()) {
            child = new RelayChild(List.of(jdbcUrl, user, password, bootstrapServers));
        }
    }

    @AfterAll
    static void endTheProcess() {
        child.close();
    }

    @ParameterizedTest
    @EnumSource(StopPoint.class)
    void sendsNothingStaleWhenARelayWakesAfterItsSuccessor(StopPoint point) throws Exception {
        assertThat(revisionsAfterTakeover(new Run(shard, point, 1, Safety.ALL)))
                .isSorted()
                .contains(1L, 2L, 3L);
    }

    @Test
    void wouldSendTheStaleLastWithAProducerThatTheBrokerDoesNotFence() throws Exception {
        assertThat(revisionsAfterTakeover(new Run(shard, StopPoint.BEFORE_SEND, 1, Safety.NO_TRANSACTIONS)))
                .startsWith(1L, 2L, 1L);
    }

    @Test
    void wouldSendTheStaleLastIfItSelectedBeforeItsProducerWasOpen() throws Exception {
        assertThat(revisionsAfterTakeover(
                        new Run(shard, StopPoint.BETWEEN_LEASE_AND_INIT, 1, Safety.SELECT_BEFORE_INIT)))
                .startsWith(1L, 2L, 1L);
    }

    /** The first relay finds 1 and stops; its successor sends 1 and 2; the first wakes; the successor sends 3. */
    private List<Long> revisionsAfterTakeover(Run run) throws Exception {
        rows.insert(owner, 1);
        child.runUntilItStops(run);
        try (var successor = successor();
                var reader = reader()) {
            rows.insert(owner, 2);
            reader.revisionsUntil(2);

            child.wakeUntilItStandsBy(run);

            rows.insert(owner, 3);
            return reader.revisionsUntil(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_SEND_BEFORE_COMMIT", "AFTER_COMMIT_BEFORE_DELETE"})
    void losesNothingOfARelayThatIsKilled(StopPoint point) throws Exception {
        // Given
        LongStream.rangeClosed(1, 35).forEach(i -> rows.insert(owner, i));
        child.runUntilItStops(new Run(shard, point, 2, Safety.ALL));

        // When
        child.kill();

        // Then
        try (var successor = successor();
                var reader = reader()) {
            assertThat(distinct(reader.revisionsUntil(35)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 35).boxed().toList());
            await().until(() -> rows.count() == 0);
        }
    }

    @Test
    void letsTheNextRelayBeginAtOnceWhenItEndsInGoodOrder() {
        // Given
        var unhurried = Settings.withLease(Duration.ofHours(1));
        try (var ended = new TestRelay(shard, unhurried, database, bootstrapServers)) {
            await().until(ended::leads);
        }

        // When
        try (var next = new TestRelay(shard, unhurried, database, bootstrapServers)) {
            // Then
            await().until(next::leads);
        }
    }

    @Test
    void sharesItsWorkAmongReplicasByShard() {
        // Given
        var other = new RowsOfAShard(database, SHARDS.getAndIncrement());
        try (var mine = successor();
                var theirs = new TestRelay(other.shard(), Settings.withLease(LEASE), database, bootstrapServers)) {
            await().until(() -> mine.leads() && theirs.leads());
            try (var mineStandsBy =
                            new TestRelay(other.shard(), Settings.withLease(LEASE), database, bootstrapServers);
                    var theirsStandsBy = successor();
                    var reader = reader()) {
                await().until(() -> mineStandsBy.standsBy() && theirsStandsBy.standsBy());

                // When
                LongStream.rangeClosed(1, 40).forEach(i -> (i % 2 == 0 ? rows : other).insert(owner, i));

                // Then
                await().until(() -> rows.count() + other.count() == 0);
                assertThat(reader.revisionsUntil(40)).hasSize(40);
                assertThat(List.of(mine.published(), theirs.published())).containsExactly(20, 20);
                assertThat(mineStandsBy.published() + theirsStandsBy.published())
                        .isZero();
            }
        }
    }

    private TestRelay successor() {
        return new TestRelay(shard, Settings.withLease(LEASE), database, bootstrapServers);
    }

    private KeyReader reader() {
        return new KeyReader(bootstrapServers, Topic.WORKSPACE_EVENTS, key(owner));
    }

    private static List<Long> distinct(List<Long> revisions) {
        return revisions.stream().distinct().toList();
    }
}
