package dev.greenroom.problems;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows a database that can't be reached, or has no connection to spare, from one that refuses a statement. By
 * SQLSTATE: class 08 (connection), 53300 (too many connections), 57P01 to 57P03 (shutting down or starting), as
 * PostgreSQL's appendix A has them; Agroal's wait for a connection ends without a state.
 */
final class DatabaseOutage {
    private static final String NO_CONNECTION_FREE = "acquisition timeout";
    private static final int DEPTH = 20;

    private DatabaseOutage() {}

    static boolean causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql));
    }

    private static boolean isOutage(SQLException failure) {
        return switch (failure) {
            case SQLTransientConnectionException e -> true;
            case SQLNonTransientConnectionException e -> true;
            case SQLRecoverableException e -> true;
            default ->
                isOutageState(failure.getSQLState())
                        || String.valueOf(failure.getMessage()).contains(NO_CONNECTION_FREE);
        };
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }
}
