package dev.greenroom.auth.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of sealed columns, whosever tables they are in. Everything here runs in the caller's transaction. */
@ApplicationScoped
class SealedRowStore {
    private final DataSource database;

    SealedRowStore(DataSource database) {
        this.database = database;
    }

    /**
     * Locks and reads the next rows in the order of their keys whose value does not begin so. Those that somebody else
     * has locked are passed by, and what is locked here may still be read, and referred to, by all.
     *
     * @param after null for the first
     */
    List<SealedRow> lockNext(SealedColumn column, byte[] prefix, @Nullable Object after, int atMost) {
        var next = "select * from %s where %s%s order by %s limit ? for no key update skip locked"
                .formatted(column.table(), isOther(column), after == null ? "" : andAfter(column), column.key());
        try (var connection = database.getConnection();
                var statement = prepare(connection, next, prefix, after, atMost);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<SealedRow>();
            while (rows.next()) {
                found.add(read(column, rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read " + column.table(), e);
        }
    }

    private static String andAfter(SealedColumn column) {
        return " and " + column.key() + " > ?";
    }

    /** Null is neither like nor unlike, and so is passed by. */
    private static String isOther(SealedColumn column) {
        return "substring(%s from 1 for %d) <> ?".formatted(column.column(), Keyset.PREFIX_BYTES);
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, byte[] prefix, @Nullable Object after, int atMost) throws SQLException {
        var statement = connection.prepareStatement(sql);
        int parameter = 1;
        statement.setBytes(parameter++, prefix);
        if (after != null) {
            statement.setObject(parameter++, after);
        }
        statement.setInt(parameter, atMost);
        return statement;
    }

    private static SealedRow read(SealedColumn column, ResultSet row) throws SQLException {
        return new SealedRow(row.getObject(column.key()), column.placeOf(row), row.getBytes(column.column()));
    }

    /** Writes the values of rows that are locked. */
    void replace(SealedColumn column, List<SealedRow> rows) {
        var update = "update %s set %s = ? where %s = ?".formatted(column.table(), column.column(), column.key());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(update)) {
            for (var row : rows) {
                statement.setBytes(1, row.sealed());
                statement.setObject(2, row.key());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("could not write " + column.table(), e);
        }
    }

    /** How many rows there are whose value does not begin so. */
    long count(SealedColumn column, byte[] prefix) {
        var count = "select count(*) from %s where %s".formatted(column.table(), isOther(column));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(count)) {
            statement.setBytes(1, prefix);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not count in " + column.table(), e);
        }
    }
}
