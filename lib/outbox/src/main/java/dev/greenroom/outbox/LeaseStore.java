package dev.greenroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Who serves which shard, on the clock of the database, so that replicas need not agree on the time. */
@ApplicationScoped
class LeaseStore {
    private static final String TAKE = """
            insert into outbox_lease as held (shard, epoch, expires_at)
            values (?, 1, clock_timestamp() + ? * interval '1 ms')
            on conflict (shard) do update set epoch = held.epoch + 1, expires_at = clock_timestamp() + ? * interval '1 ms'
            where held.expires_at < clock_timestamp()
            returning epoch
            """;

    private static final String RENEW = """
            update outbox_lease set expires_at = clock_timestamp() + ? * interval '1 ms' where shard = ? and epoch = ?
            """;

    private static final String RELEASE = """
            update outbox_lease set expires_at = '-infinity' where shard = ? and epoch = ?
            """;

    private final DataSource database;
    private final OutboxConfig config;

    LeaseStore(DataSource database, OutboxConfig config) {
        this.database = database;
        this.config = config;
    }

    /** The lease with a new epoch; empty while another relay holds it. */
    Optional<Lease> take(int shard) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, shard);
            statement.setLong(2, config.lease().toMillis());
            statement.setLong(3, config.lease().toMillis());
            try (var result = statement.executeQuery()) {
                return result.next() ? Optional.of(new Lease(shard, result.getLong(1))) : Optional.empty();
            }
        }
    }

    /** Whether the lease is still the latest; an expired one that nobody took begins anew. */
    boolean renew(Lease lease) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(RENEW)) {
            statement.setLong(1, config.lease().toMillis());
            statement.setInt(2, lease.shard());
            statement.setLong(3, lease.epoch());
            return statement.executeUpdate() == 1;
        }
    }

    /** Lets the next relay begin at once. */
    void release(Lease lease) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(RELEASE)) {
            statement.setInt(1, lease.shard());
            statement.setLong(2, lease.epoch());
            statement.executeUpdate();
        }
    }
}
