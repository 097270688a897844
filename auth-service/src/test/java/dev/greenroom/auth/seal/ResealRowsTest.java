package dev.greenroom.auth.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.SealedAccounts;
import dev.greenroom.auth.account.Grants;
import dev.greenroom.standins.LogCapture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service under test is in the middle of a rotation: it seals with a new key, and the rows are of the older. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class ResealRowsTest {
    private static final String GRANTS = "coder_grant.sealed_token";

    @Inject
    SealedAccounts accounts;

    @Inject
    SealedRowStore rows;

    @Inject
    Grants grants;

    @Inject
    Database database;

    @ConfigProperty(name = "greenroom.seal.keyset")
    String wrapped;

    @ConfigProperty(name = "greenroom.kms-stand-in.keyset")
    String keyEncryptionKeyset;

    private TestKeysets keysets;
    private Replica replica;

    private record Every(Duration every, int batch) implements ResealConfig {}

    /** The job as one replica has it, run by hand. */
    private record Replica(ResealRows rows, ResealColumn column, SimpleMeterRegistry meters) {

        double waiting() {
            return meters.get("greenroom.seal.rows.waiting")
                    .tag("column", GRANTS)
                    .gauge()
                    .value();
        }

        double unopened() {
            return meters.get("greenroom.seal.rows.unopened")
                    .tag("column", GRANTS)
                    .gauge()
                    .value();
        }

        void run() {
            rows.run(() -> false);
        }
    }

    @BeforeEach
    void startReplica() {
        keysets = new TestKeysets(keyEncryptionKeyset, wrapped);
        replica = replica(50);
        replica.run();
    }

    @AfterEach
    void deleteAccounts() {
        accounts.deleteAll();
    }

    private Replica replica(int batch) {
        var meters = new SimpleMeterRegistry();
        var column = new ResealColumn(keysets.both(), rows, new Every(Duration.ofDays(1), batch));
        return new Replica(new ResealRows(columns(), column, new ResealMeters(meters), keysets.both()), column, meters);
    }

    private static List<SealedColumn> columns() {
        return Arc.container().listAll(SealedColumn.class).stream()
                .map(InstanceHandle::get)
                .toList();
    }

    private static SealedColumn grantTokens() {
        return columns().stream()
                .filter(column -> column.column().equals("sealed_token"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsEveryColumnThatIsNamedAsSealed() {
        var named = database.query("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and column_name like 'sealed%'");

        assertThat(columns().stream().map(column -> column.table() + "." + column.column()))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void sealsThousandsOfRowsAnewWhileTheyAreReadAndRenewed() throws Exception {
        // Given
        var added = accounts.add(4_000, keysets.older());
        var renewed = added.stream().filter(row -> added.indexOf(row) % 40 == 0).toList();
        var reads = new AtomicInteger();
        List<String> failed;

        // When
        try (var threads = Executors.newFixedThreadPool(3)) {
            var job = threads.submit(replica::run);
            var renewals = threads.submit(() -> renewed.forEach(this::renew));
            var reader = threads.submit(() -> readUntil(job, added, reads));
            job.get();
            renewals.get();
            failed = reader.get();
        }
        replica.run();

        // Then
        assertThat(failed).isEmpty();
        assertThat(reads).hasPositiveValue();
        assertThat(added).allMatch(row -> isOfTheNewKey(row));
        var withoutTheOlderKey = keysets.newer();
        for (var row : added) {
            var token = renewed.contains(row) ? "renewed-" + row.token() : row.token();
            assertThat(withoutTheOlderKey.open(accounts.sealed(row), row.place()))
                    .asString()
                    .isEqualTo(token);
        }
        assertThat(replica.waiting()).isZero();
    }

    /** As a replica does that has not got the new primary key yet. */
    private void renew(SealedAccounts.Row row) {
        accounts.write(row, keysets.older().seal(("renewed-" + row.token()).getBytes(), row.place()));
    }

    /** Which tokens could not be lent. */
    private List<String> readUntil(Future<?> end, List<SealedAccounts.Row> all, AtomicInteger reads) {
        return IntStream.iterate(0, i -> !end.isDone(), i -> i + 1)
                .mapToObj(i -> all.get(i * 7 % all.size()))
                .peek(row -> reads.incrementAndGet())
                .filter(row -> !opens(row))
                .map(SealedAccounts.Row::token)
                .toList();
    }

    private boolean opens(SealedAccounts.Row row) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> grants.of(row.user()).orElseThrow())
                    .granted()
                    .token()
                    .value()
                    .endsWith(row.token());
        } catch (RuntimeException e) {
            return false;
        }
    }

    private boolean isOfTheNewKey(SealedAccounts.Row row) {
        return HexFormat.of()
                .formatHex(accounts.sealed(row))
                .startsWith(HexFormat.of().formatHex(keysets.newer().primaryPrefix()));
    }

    @Test
    void sharesTheRowsAmongReplicasSideBySide() throws Exception {
        // Given
        var added = accounts.add(3_000, keysets.older());
        var start = new CyclicBarrier(2);

        // When
        long one;
        long other;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> resealed(replica(20), start));
            var second = threads.submit(() -> resealed(replica(20), start));
            one = first.get();
            other = second.get();
        }

        // Then
        assertThat(one).isPositive();
        assertThat(other).isPositive();
        assertThat(one + other).isEqualTo(3_000);
        assertThat(added).allMatch(row -> isOfTheNewKey(row));
    }

    private static long resealed(Replica replica, CyclicBarrier start) throws Exception {
        start.await();
        return replica.column().run(grantTokens(), resealed -> {}, () -> false).resealed();
    }

    @Test
    void passesByARowThatSomebodyIsChangingAndComesBackForIt() throws Exception {
        // Given
        var added = accounts.add(3, keysets.older());
        var row = added.get(1);

        // When
        QuarkusTransaction.begin();
        try {
            renew(row);
            inAnotherThread(replica::run);
        } finally {
            QuarkusTransaction.commit();
        }

        // Then
        assertThat(replica.waiting()).isEqualTo(1);
        assertThat(added.stream().filter(this::isOfTheNewKey)).hasSize(2);
        replica.run();
        assertThat(replica.waiting()).isZero();
        assertThat(keysets.newer().open(accounts.sealed(row), row.place()))
                .asString()
                .isEqualTo("renewed-" + row.token());
    }

    private static void inAnotherThread(Runnable work) throws InterruptedException, ExecutionException {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get();
        }
    }

    @Test
    void leavesRowsThatNoKeyOpensAsTheyAreAndNamesThemOnce() throws Exception {
        // Given
        var added = accounts.add(120, keysets.older());
        var foreign = added.getFirst();
        var moved = added.get(77);
        accounts.write(foreign, new Seal(Keyset.generate()).seal("s3cr3t".getBytes(), foreign.place()));
        accounts.write(moved, accounts.sealed(added.get(78)));
        var foreignBefore = accounts.sealed(foreign);
        var movedBefore = accounts.sealed(moved);

        // When
        try (var log = LogCapture.atConfiguredLevels()) {
            replica.run();
            replica.run();

            // Then
            assertThat(log.linesOf(UnopenedRows.class.getName()))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("table=coder_grant") && line.contains("row=" + foreign.grant()))
                    .anyMatch(line -> line.contains("row=" + moved.grant()));
        }
        assertThat(replica.unopened()).isEqualTo(2);
        assertThat(replica.waiting()).isZero();
        assertThat(accounts.sealed(foreign)).isEqualTo(foreignBefore);
        assertThat(accounts.sealed(moved)).isEqualTo(movedBefore);
        assertThat(added.stream().filter(this::isOfTheNewKey)).hasSize(118);
    }

    @Test
    void saysOnceWhenOlderKeysMayBeDeletedAndShowsNoToken() throws Exception {
        var added = accounts.add(60, keysets.older());

        try (var log = LogCapture.atAllLevels()) {
            replica.run();
            replica.run();

            assertThat(log.linesOf(ResealRows.class.getName()))
                    .singleElement()
                    .asString()
                    .contains(
                            "older keys may be deleted",
                            "resealed=60",
                            "key=" + keysets.both().primaryId());
            assertThat(log.lines())
                    .noneMatch(line -> line.contains(added.getFirst().token()));
        }
    }

    @Test
    void doesNotSayThatAllIsDoneWhileARowWaits() throws Exception {
        var row = accounts.add(1, keysets.older()).getFirst();

        try (var log = LogCapture.atConfiguredLevels()) {
            QuarkusTransaction.begin();
            try {
                renew(row);
                inAnotherThread(replica::run);
            } finally {
                QuarkusTransaction.commit();
            }

            assertThat(log.linesOf(ResealRows.class.getName()))
                    .singleElement()
                    .asString()
                    .contains("not all", "waiting=1")
                    .doesNotContain("deleted");
        }
    }

    @Test
    void doesNotKnowHowManyRowsWaitBeforeItHasLooked() {
        assertThat(replica(50).waiting()).isNaN();
        assertThat(replica.waiting()).isZero();
    }

    @Test
    void sealsSigningKeysAnew() {
        var kid = UUID.randomUUID().toString();
        var place = new Place("default", kid, "sealed_private_key");
        var sealed = HexFormat.of().formatHex(keysets.older().seal("a key".getBytes(), place));
        database.execute("insert into signing_key values (-1, '" + kid + "', '{}', '\\x" + sealed + "', now())");

        List<String> after;
        try {
            replica.run();
            after = database.query("select encode(sealed_private_key, 'hex') from signing_key where generation = -1");
        } finally {
            database.execute("delete from signing_key where generation = -1");
        }

        assertThat(keysets.newer().open(HexFormat.of().parseHex(after.getFirst()), place))
                .asString()
                .isEqualTo("a key");
    }

    @Test
    void looksAtTheStartAndNowAndThen() throws InterruptedException {
        // Given
        var first = accounts.add(1, keysets.older()).getFirst();
        var loop = new ResealNowAndThen(replica.rows(), new Every(Duration.ofMillis(50), 50));

        // When
        loop.start(new StartupEvent());

        // Then
        try {
            await().until(() -> isOfTheNewKey(first));
            var second = accounts.add(1, keysets.older()).getFirst();
            await().until(() -> isOfTheNewKey(second));
        } finally {
            loop.stop(new ShutdownEvent());
        }
    }

    @Test
    void stopsBetweenTwoTransactionsWhereItIsTold() {
        accounts.add(60, keysets.older());
        var asked = new AtomicInteger();

        var resealed = replica.column().run(grantTokens(), rows -> {}, () -> asked.getAndIncrement() == 1);

        assertThat(resealed.resealed()).isEqualTo(50);
    }
}
