package dev.greenroom.catalogsync.lead;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;

/** The lease of each deployment. Only the database's clock decides, so that replicas need not agree on the time. */
@ApplicationScoped
class LeaseStore {
    private static final String TAKE = """
            insert into catalog_lease (deployment, epoch, until)
            values (?, 1, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (deployment) do update
               set epoch = catalog_lease.epoch + 1, until = excluded.until
             where catalog_lease.until < clock_timestamp()
            returning epoch
            """;
    /**
     * A leader that is stopped within the transaction keeps the row locked, and nobody could follow it: PostgreSQL ends
     * its session where it is idle for as long as the lease.
     */
    private static final String RENEW = """
            with patience as materialized (select set_config('idle_in_transaction_session_timeout', ?, true))
            update catalog_lease set until = clock_timestamp() + ? * interval '1 millisecond'
              from patience where deployment = ? and epoch = ?
            """;

    private final Sql sql;

    LeaseStore(Sql sql) {
        this.sql = sql;
    }

    /** Takes the lease where nobody holds it. */
    OptionalLong take(String deployment, Duration time) {
        return sql.rows(TAKE, row -> row.number("epoch"), deployment, time.toMillis()).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * Renews the lease, also one that ran out and that nobody has taken. Within a transaction nobody can take it before
     * that ends.
     *
     * @return whether it is still this one
     */
    boolean renew(Lease lease, Duration time) {
        var millis = time.toMillis();
        return sql.change(RENEW, String.valueOf(millis), millis, lease.deployment(), lease.epoch()) == 1;
    }
}
