package dev.greenroom.workspace.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the service's database, inside the caller's transaction where there is one. Parameters may be
 * null, text, numbers, UUIDs, {@link Instant}s, and collections, which become
 * {@code text[]}.
 *
 * @throws DatabaseFailure from each method, where PostgreSQL refuses or can't be reached
 */
@ApplicationScoped
public class SqlStore {

    private final DataSource source;

    SqlStore(DataSource source) {
        this.source = source;
    }

    /** All rows of a query, or of a statement that returns some. */
    public <T> List<T> rows(String statement, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = source.getConnection();
                var prepared = prepare(connection, statement, parameters);
                var results = prepared.executeQuery()) {
            var rows = new ArrayList<T>();
            while (results.next()) {
                rows.add(reader.read(new Row(results)));
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row. */
    public <T> Optional<T> row(String statement, RowReader<T> reader, @Nullable Object... parameters) {
        return rows(statement, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows, and counts them. */
    public int change(String statement, @Nullable Object... parameters) {
        try (var connection = source.getConnection();
                var prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object[] parameters)
            throws SQLException {
        var prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, asJdbc(connection, parameters[i]));
        }
        return prepared;
    }

    private static @Nullable Object asJdbc(Connection connection, @Nullable Object parameter) throws SQLException {
        return switch (parameter) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> items ->
                connection.createArrayOf(
                        "text", items.stream().map(Object::toString).toArray());
            case Enum<?> named -> named.name();
            case null, default -> parameter;
        };
    }
}
