package dev.greenroom.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer, by the names of its columns. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        return results.getObject(column, Long.class);
    }

    public int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    public boolean truth(String column) throws SQLException {
        return results.getBoolean(column);
    }

    public UUID id(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var moment = results.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) results.getArray(column).getArray());
    }
}
