package dev.greenroom.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How many rows wait and since when, over all shards: each replica reports the same, so take the maximum. Read when
 * asked, but not more often than every few seconds; NaN while the database is away.
 */
@ApplicationScoped
class Backlog {
    private static final String MEASURE = """
            select count(*), coalesce(extract(epoch from clock_timestamp() - min(added_at)), 0) from outbox
            """;

    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Size UNKNOWN = new Size(Double.NaN, Double.NaN);

    private final DataSource database;
    private @Nullable Measured last;

    private record Size(double rows, double oldestSeconds) {}

    private record Measured(Size size, long atNanos) {}

    Backlog(DataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder(
                        "greenroom.outbox.pending",
                        this,
                        backlog -> backlog.size().rows())
                .description("Messages that wait in the outbox, over all shards")
                .register(metrics);
        Gauge.builder(
                        "greenroom.outbox.oldest.age",
                        this,
                        backlog -> backlog.size().oldestSeconds())
                .description("How long the oldest message in the outbox has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    private synchronized Size size() {
        if (last == null || System.nanoTime() - last.atNanos() > FRESH_NANOS) {
            last = new Measured(measure(), System.nanoTime());
        }
        return last.size();
    }

    private Size measure() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MEASURE);
                var result = statement.executeQuery()) {
            result.next();
            return new Size(result.getDouble(1), result.getDouble(2));
        } catch (SQLException away) {
            return UNKNOWN;
        }
    }
}
