package dev.greenroom.workspace.preprovision;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets one transaction of all replicas at a time look for what is due. A configuration and an account that come at the
 * same time would each miss the other, which is not committed yet, and nobody would look again.
 */
@ApplicationScoped
class PreprovisionStore {

    /** Any number that no other advisory lock of this database has. */
    private static final long LOCK = 0x67726e70L;

    private final Sql sql;

    PreprovisionStore(Sql sql) {
        this.sql = sql;
    }

    /** Waits for its turn, which lasts until the caller's transaction ends. To be called before others' rows are read. */
    void lockOthersOut() {
        sql.rows("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    /** As {@link #lockOthersOut()}, without waiting. @return false where it is another's turn */
    boolean othersAreLockedOut() {
        return sql.row("SELECT pg_try_advisory_xact_lock(?) AS locked", row -> row.truth("locked"), LOCK)
                .orElseThrow();
    }
}
