package dev.greenroom.workspace.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refused a statement, or could not be reached. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /**
     * Whether the data itself was refused (SQLSTATE classes 22 and 23), so that trying again changes nothing. Anything
     * else, an unreachable server above all, may pass.
     */
    public static boolean refusedTheData(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }
}
