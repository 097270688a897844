package dev.greenroom.auth.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.SealedAccounts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * 100,000 rows are sealed anew while tokens are lent over HTTP, 100 a second whether or not the earlier ones were
 * answered; for 20 s before that they are lent alone. No test by its name: run it with {@code -Dtest=ResealBench}. It
 * is here and not among the benchmarks, since it needs rows that a key of its choice has sealed, and no user links
 * 100,000 accounts over the API in a reasonable time.
 */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class ResealBench {
    private static final int ROWS = 100_000;
    private static final int PER_SECOND = 100;
    private static final Duration ALONE = Duration.ofSeconds(20);

    @Inject
    SealedAccounts accounts;

    @Inject
    SealedRowStore rows;

    @TestHTTPResource("/internal/loans")
    URI loans;

    @ConfigProperty(name = "greenroom.seal.keyset")
    String wrapped;

    @ConfigProperty(name = "greenroom.kms-stand-in.keyset")
    String keyEncryptionKeyset;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Every(Duration every, int batch) implements ResealConfig {}

    private record Loan(int status, double millis) {}

    @Test
    void reseal() throws Exception {
        var root = Logger.getLogger("");
        var before = root.getLevel();
        // The tests' TRACE would be measured otherwise.
        root.setLevel(Level.INFO);
        try {
            var keysets = new TestKeysets(keyEncryptionKeyset, wrapped);
            measure(keysets.both(), accounts.add(ROWS, keysets.older()));
        } finally {
            root.setLevel(before);
            accounts.deleteAll();
        }
    }

    private void measure(Seal seal, List<SealedAccounts.Row> added) throws Exception {
        lendWhile(added, secondsFromNow(ALONE));
        tell("alone", lendWhile(added, secondsFromNow(ALONE)));
        var columns = Arc.container().listAll(SealedColumn.class).stream()
                .map(InstanceHandle::get)
                .toList();
        var column = new ResealColumn(seal, rows, new Every(Duration.ofDays(1), 100));
        var job = new ResealRows(columns, column, new ResealMeters(new SimpleMeterRegistry()), seal);
        try (var thread = Executors.newSingleThreadExecutor()) {
            long started = System.nanoTime();
            var end = thread.submit(() -> {
                job.run(() -> false);
                return (System.nanoTime() - started) / 1e9;
            });
            var meanwhile = lendWhile(added, () -> !end.isDone());
            IO.println("reseal rows=%d seconds=%.1f a second=%.0f".formatted(ROWS, end.get(), ROWS / end.get()));
            tell("meanwhile", meanwhile);
            assertThat(meanwhile).allMatch(loan -> loan.status() == 200);
        }
    }

    private static BooleanSupplier secondsFromNow(Duration howLong) {
        long end = System.nanoTime() + howLong.toNanos();
        return () -> System.nanoTime() < end;
    }

    private static void tell(String when, List<Loan> loans) {
        var sorted = loans.stream().map(Loan::millis).sorted().toList();
        IO.println("loans %s: count=%d failed=%d p50=%.1f ms p99=%.1f ms"
                .formatted(
                        when,
                        loans.size(),
                        loans.stream().filter(loan -> loan.status() != 200).count(),
                        sorted.get(sorted.size() / 2),
                        sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1)));
    }

    private List<Loan> lendWhile(List<SealedAccounts.Row> added, BooleanSupplier goOn) {
        var bearer = "Bearer " + Api.serviceToken();
        var lent = new ConcurrentLinkedQueue<Loan>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; goOn.getAsBoolean(); i++) {
                long due = began + i * 1_000_000_000L / PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                var row = added.get((int) (i * 7919L % added.size()));
                threads.submit(() -> {
                    int status = lend(row, bearer);
                    // From when it was due, so that a slow answer hides nothing.
                    lent.add(new Loan(status, (System.nanoTime() - due) / 1e6));
                });
            }
        }
        return List.copyOf(lent);
    }

    private int lend(SealedAccounts.Row row, String bearer) {
        var body = "{\"deployment\": \"default\", \"userRef\": \"" + row.user() + "\"}";
        var request = HttpRequest.newBuilder(loans)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (Exception e) {
            return 0;
        }
    }
}
