package dev.greenroom.auth.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For each sealed column, as of this replica's last look: {@code greenroom_seal_rows_waiting}, rows that are still to be
 * sealed with its primary key, and {@code greenroom_seal_rows_unopened}, rows that no key opens. NaN while that is not
 * known: before the first look, and after one that failed.
 */
@ApplicationScoped
class ResealMeters {
    private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN);

    private final MeterRegistry meters;
    private final Map<String, Figures> columns = new ConcurrentHashMap<>();

    private record Figures(double waiting, double unopened) {}

    ResealMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void register(SealedColumn column) {
        var name = name(column);
        Gauge.builder("greenroom.seal.rows.waiting", () -> of(name).waiting())
                .tag("column", name)
                .description("Rows that are still to be sealed with the primary key")
                .register(meters);
        Gauge.builder("greenroom.seal.rows.unopened", () -> of(name).unopened())
                .tag("column", name)
                .description("Rows that no key opens")
                .register(meters);
    }

    private Figures of(String name) {
        return columns.getOrDefault(name, UNKNOWN);
    }

    private static String name(SealedColumn column) {
        return column.table() + "." + column.column();
    }

    /** A look begins; which of those that others have sealed can't be opened is taken from the last. */
    void looking(SealedColumn column, long others) {
        columns.compute(name(column), (name, last) -> {
            var unopened = last == null ? 0 : last.unopened();
            return new Figures(Math.max(0, others - unopened), unopened);
        });
    }

    /** Some rows less wait. */
    void resealed(SealedColumn column, long rows) {
        columns.computeIfPresent(
                name(column),
                (name, figures) -> new Figures(Math.max(0, figures.waiting() - rows), figures.unopened()));
    }

    void looked(SealedColumn column, long waiting, long unopened) {
        columns.put(name(column), new Figures(waiting, unopened));
    }

    void unknown(SealedColumn column) {
        columns.remove(name(column));
    }
}
