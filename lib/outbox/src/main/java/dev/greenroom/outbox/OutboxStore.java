package dev.greenroom.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.contracts.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** Writes rows. */
@ApplicationScoped
class OutboxStore {
    /** The first half of the advisory locks' key, so that they meet no others of the service. */
    private static final int LOCKS = 0x6f757462;

    /**
     * The number is drawn after the lock: a row of the common table expression has to be there before one is inserted
     * for it. It needs no fresh snapshot for that, since a sequence has none.
     */
    private static final String ADD = """
            with locked as materialized (select pg_advisory_xact_lock(%d, ?))
            insert into outbox (shard, topic, key, headers, payload)
            select ?::int, ?::text, ?::text, ?::json, ?::bytea from locked
            """.formatted(LOCKS);

    private final DataSource database;
    private final OutboxConfig config;

    OutboxStore(DataSource database, OutboxConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Inserts in the order given for each key; the locks are taken in an order that is the same for everybody. */
    void add(List<Row> rows) {
        var ordered =
                rows.stream().sorted(Comparator.comparingInt(OutboxStore::lock)).toList();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            for (var row : ordered) {
                bind(statement, row);
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox did not take the message", e);
        }
    }

    private void bind(PreparedStatement statement, Row row) throws SQLException {
        statement.setInt(1, lock(row));
        statement.setInt(2, Math.floorMod(row.key().hashCode(), config.shards()));
        statement.setString(3, row.topic());
        statement.setString(4, row.key());
        statement.setString(5, json(row));
        statement.setBytes(6, row.payload());
        statement.addBatch();
    }

    private static int lock(Row row) {
        return (row.topic() + ' ' + row.key()).hashCode();
    }

    private static String json(Row row) {
        try {
            return MessageCodec.JSON.writeValueAsString(row.headers());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers that can't be written as JSON", impossible);
        }
    }
}
