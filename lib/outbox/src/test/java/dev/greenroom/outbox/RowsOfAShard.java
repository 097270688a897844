package dev.greenroom.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.UserRef;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Rows of a shard that is a test's own, as another replica would insert them. */
record RowsOfAShard(DataSource database, int shard) {
    private static final MessageCodec CODEC = new MessageCodec("outbox-test", Clock.systemUTC());

    void insert(UserRef owner, long revision) {
        insert(Row.of(CODEC.encode(Events.event(owner, revision), null)));
    }

    /** For a topic other than the message's own. */
    void insert(String topic, UserRef owner, long revision) {
        var row = Row.of(CODEC.encode(Events.event(owner, revision), null));
        insert(new Row(topic, row.key(), row.headers(), row.payload()));
    }

    private void insert(Row row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into outbox (shard, topic, key, headers, payload) values (?, ?, ?, ?::json, ?)")) {
            statement.setInt(1, shard);
            statement.setString(2, row.topic());
            statement.setString(3, row.key());
            statement.setString(4, MessageCodec.JSON.writeValueAsString(row.headers()));
            statement.setBytes(5, row.payload());
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from outbox where shard = ?")) {
            statement.setInt(1, shard);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what no relay will send. */
    void clear() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from outbox where shard = ?")) {
            statement.setInt(1, shard);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
