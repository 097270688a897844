package dev.greenroom.auth.seal;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Sees to it that all that lies sealed is sealed with the primary key, and says when it is. Not for several threads. */
@ApplicationScoped
class ResealRows {
    private static final Logger LOG = Logger.getLogger(ResealRows.class);

    private final List<SealedColumn> columns;
    private final ResealColumn resealColumn;
    private final ResealMeters meters;
    private final Seal seal;
    private final UnopenedRows unopened = new UnopenedRows();
    private boolean announced;

    ResealRows(@All List<SealedColumn> columns, ResealColumn resealColumn, ResealMeters meters, Seal seal) {
        this.columns = columns;
        this.resealColumn = resealColumn;
        this.meters = meters;
        this.seal = seal;
        columns.forEach(meters::register);
    }

    /** How it stands with one column, or with all. */
    private record Figures(long resealed, long waiting, long unopened) {

        Figures plus(Figures other) {
            return new Figures(resealed + other.resealed, waiting + other.waiting, unopened + other.unopened);
        }
    }

    /**
     * Looks at all rows of all columns, again where it found some to do, since others may have been locked.
     *
     * @param stopped asked before each transaction
     */
    void run(BooleanSupplier stopped) {
        long started = System.nanoTime();
        var all = columns.stream().map(column -> run(column, stopped)).reduce(new Figures(0, 0, 0), Figures::plus);
        if (!stopped.getAsBoolean()) {
            announce(all, (System.nanoTime() - started) / 1e9);
        }
    }

    private Figures run(SealedColumn column, BooleanSupplier stopped) {
        try {
            meters.looking(column, resealColumn.others(column));
            long count = 0;
            Resealed pass;
            do {
                pass = resealColumn.run(column, rows -> meters.resealed(column, rows), stopped);
                count += pass.resealed();
                unopened.name(column.table(), pass.unopened());
            } while (pass.resealed() > 0);
            long waiting =
                    Math.max(0, resealColumn.others(column) - pass.unopened().size());
            meters.looked(column, waiting, pass.unopened().size());
            return new Figures(count, waiting, pass.unopened().size());
        } catch (RuntimeException e) {
            meters.unknown(column);
            throw e;
        }
    }

    private void announce(Figures all, double seconds) {
        if (all.waiting() == 0 && (all.resealed() > 0 || !announced && seal.hasOlderKeys())) {
            announced = true;
            LOG.infof(
                    "all that lies sealed is of the primary key, so that older keys may be deleted from the keyset once"
                            + " every replica says so and none has another primary key: key=%s resealed=%d seconds=%.1f"
                            + " unopened=%d",
                    seal.primaryId(), all.resealed(), seconds, all.unopened());
        } else if (all.waiting() > 0) {
            announced = false;
            LOG.infof(
                    "not all that lies sealed is of the primary key yet: key=%s resealed=%d waiting=%d unopened=%d",
                    seal.primaryId(), all.resealed(), all.waiting(), all.unopened());
        }
    }
}
