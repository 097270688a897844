package dev.greenroom.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.greenroom.contracts.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;

/** The rows of a shard, for the relay that holds its lease. */
@ApplicationScoped
class QueueStore {
    /**
     * Renews and reads at once. A renewal that a crash of the database undoes costs a repeat at worst, so its commit
     * does not wait for the disk: it stands between a commit and its message.
     */
    private static final String NEXT = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true)),
            renewed as (
                update outbox_lease set expires_at = clock_timestamp() + ? * interval '1 ms'
                from quick where shard = ? and epoch = ? returning shard)
            select queued.seq, queued.topic, queued.key, queued.headers, queued.payload
            from renewed left join lateral (
                select * from outbox where outbox.shard = renewed.shard order by seq limit ?) as queued on true
            order by queued.seq
            """;

    private static final String DELETE = """
            delete from outbox where seq = any(?)
            and exists (select from outbox_lease where shard = ? and epoch = ?)
            """;

    private static final TypeReference<LinkedHashMap<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource database;
    private final OutboxConfig config;

    QueueStore(DataSource database, OutboxConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Renews the lease and reads the rows that are next. */
    Turn next(Lease lease) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NEXT)) {
            statement.setLong(1, config.lease().toMillis());
            statement.setInt(2, lease.shard());
            statement.setLong(3, lease.epoch());
            statement.setInt(4, config.batch());
            try (var result = statement.executeQuery()) {
                return turn(result);
            }
        }
    }

    /** Deletes what the broker has, unless another relay has taken over: that one may be sending it right now. */
    void delete(Lease lease, List<Turn.Queued> sent) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DELETE)) {
            var seqs = sent.stream().map(Turn.Queued::seq).toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("bigint", seqs));
            statement.setInt(2, lease.shard());
            statement.setLong(3, lease.epoch());
            statement.executeUpdate();
        }
    }

    /** How many shards have rows, counted up to the highest. */
    int shards() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select coalesce(max(shard) + 1, 0) from outbox");
                var result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Turn turn(ResultSet result) throws SQLException {
        if (!result.next()) {
            return new Turn.Lost();
        }
        var queued = new ArrayList<Turn.Queued>();
        do {
            var seq = result.getLong("seq");
            if (!result.wasNull()) {
                queued.add(new Turn.Queued(seq, row(result)));
            }
        } while (result.next());
        return new Turn.Mine(queued);
    }

    private static Row row(ResultSet result) throws SQLException {
        try {
            return new Row(
                    result.getString("topic"),
                    result.getString("key"),
                    MessageCodec.JSON.readValue(result.getString("headers"), HEADERS),
                    result.getBytes("payload"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers that are not what the outbox wrote", impossible);
        }
    }
}
