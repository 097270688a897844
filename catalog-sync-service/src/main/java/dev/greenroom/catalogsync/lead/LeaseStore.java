package dev.greenroom.catalogsync.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;

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

    private final DataSource database;

    LeaseStore(DataSource database) {
        this.database = database;
    }

    /** Takes the lease where nobody holds it. */
    OptionalLong take(String deployment, Duration time) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, deployment);
            statement.setLong(2, time.toMillis());
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lease can't be taken", e);
        }
    }

    /**
     * Renews the lease, also one that ran out and that nobody has taken. Within a transaction nobody can take it before
     * that ends.
     *
     * @return whether it is still this one
     */
    boolean renew(Lease lease, Duration time) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(RENEW)) {
            bind(statement, lease, time);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the lease can't be renewed", e);
        }
    }

    private static void bind(PreparedStatement statement, Lease lease, Duration time) throws SQLException {
        statement.setString(1, String.valueOf(time.toMillis()));
        statement.setLong(2, time.toMillis());
        statement.setString(3, lease.deployment());
        statement.setLong(4, lease.epoch());
    }
}
