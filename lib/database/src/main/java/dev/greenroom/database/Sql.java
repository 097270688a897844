package dev.greenroom.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the service's database, inside the caller's transaction where there is one. Parameters may be
 * null, text, numbers, booleans, UUIDs, {@link Instant}s, enums, which become their names, and collections, which become
 * {@code text[]} of whatever they hold. An {@code int[]} becomes {@code integer[]} and a {@code long[]} {@code bigint[]},
 * also where it is empty.
 *
 * @throws DatabaseFailure from each method, where PostgreSQL refuses or can't be reached
 */
@ApplicationScoped
public class Sql {

    /** How many rows {@link #forEach} holds at the most. */
    private static final int ROWS_AT_A_TIME = 10_000;

    private final DataSource source;

    Sql(DataSource source) {
        this.source = source;
    }

    /** All rows of a query, or of a statement that returns some. */
    public <T> List<T> rows(String statement, RowReader<T> reader, @Nullable Object... parameters) {
        return run(statement, prepared -> {
            var rows = new ArrayList<T>();
            read(prepared, row -> rows.add(reader.read(row)), parameters);
            return rows;
        });
    }

    /** The first row. */
    public <T> Optional<T> row(String statement, RowReader<T> reader, @Nullable Object... parameters) {
        return rows(statement, reader, parameters).stream().findFirst();
    }

    /**
     * Reads however many rows without holding them, and counts them.
     *
     * @throws IllegalStateException outside a transaction, where the driver would read all of them at once
     */
    public int forEach(String query, RowConsumer consumer, @Nullable Object... parameters) {
        return run(query, prepared -> {
            if (prepared.getConnection().getAutoCommit()) {
                throw new IllegalStateException("rows can be read one by one in a transaction only");
            }
            prepared.setFetchSize(ROWS_AT_A_TIME);
            return read(prepared, consumer, parameters);
        });
    }

    /** Runs a statement that changes rows, and counts them. */
    public int change(String statement, @Nullable Object... parameters) {
        return run(statement, prepared -> {
            bind(prepared, parameters);
            return prepared.executeUpdate();
        });
    }

    /** Runs a statement that changes rows for each of the items, in one round trip; for none of them it asks nobody. */
    public <T> void changeForEach(String statement, Collection<T> items, Function<T, @Nullable Object[]> parametersOf) {
        run(statement, prepared -> {
            for (var item : items) {
                bind(prepared, parametersOf.apply(item));
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
    }

    private interface Run<T> {
        T with(PreparedStatement prepared) throws SQLException;
    }

    private <T> T run(String statement, Run<T> run) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            return run.with(prepared);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static int read(PreparedStatement prepared, RowConsumer consumer, @Nullable Object[] parameters)
            throws SQLException {
        bind(prepared, parameters);
        int count = 0;
        try (var results = prepared.executeQuery()) {
            for (var row = new Row(results); results.next(); count++) {
                consumer.accept(row);
            }
        }
        return count;
    }

    private static void bind(PreparedStatement prepared, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, asJdbc(prepared, parameters[i]));
        }
    }

    private static @Nullable Object asJdbc(PreparedStatement prepared, @Nullable Object parameter) throws SQLException {
        return switch (parameter) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> items ->
                prepared.getConnection()
                        .createArrayOf(
                                "text", items.stream().map(Object::toString).toArray());
            case Enum<?> named -> named.name();
            case null, default -> parameter;
        };
    }
}
