package dev.greenroom.auth.seal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Seals anew, with the primary key, what other keys have sealed in one column. A transaction takes a few rows, which it
 * locks, reads, seals and writes, so that nothing is written that was read before somebody else's change; readers don't
 * wait, and replicas share the rows by passing by what another has locked.
 */
@ApplicationScoped
class ResealColumn {
    private final Seal seal;
    private final SealedRowStore rows;
    private final ResealConfig config;

    ResealColumn(Seal seal, SealedRowStore rows, ResealConfig config) {
        this.seal = seal;
        this.rows = rows;
        this.config = config;
    }

    /** What one transaction did. */
    private record Batch(@Nullable Object last, int resealed, List<Place> unopened) {}

    /**
     * Looks at all rows, once, and leaves those that nothing opens.
     *
     * @param progress told after each transaction how many rows it has sealed
     * @param stopped asked before each transaction
     */
    Resealed run(SealedColumn column, LongConsumer progress, BooleanSupplier stopped) {
        long resealed = 0;
        var unopened = new ArrayList<Place>();
        Object after = null;
        while (!stopped.getAsBoolean()) {
            var batch = next(column, after);
            progress.accept(batch.resealed());
            resealed += batch.resealed();
            unopened.addAll(batch.unopened());
            after = batch.last();
            if (after == null) {
                break;
            }
        }
        return new Resealed(resealed, unopened);
    }

    private Batch next(SealedColumn column, @Nullable Object after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = rows.lockNext(column, seal.primaryPrefix(), after, config.batch());
            var fresh = new ArrayList<SealedRow>();
            var unopened = new ArrayList<Place>();
            for (var row : found) {
                seal.reseal(row.sealed(), row.place())
                        .ifPresentOrElse(
                                anew -> fresh.add(new SealedRow(row.key(), row.place(), anew)),
                                () -> unopened.add(row.place()));
            }
            rows.replace(column, fresh);
            return new Batch(found.isEmpty() ? null : found.getLast().key(), fresh.size(), unopened);
        });
    }

    /** How many rows other keys have sealed, whether or not they open. */
    long others(SealedColumn column) {
        return rows.count(column, seal.primaryPrefix());
    }
}
