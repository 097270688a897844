package dev.greenroom.database;

import java.sql.SQLException;

/** PostgreSQL refused a statement, or could not be reached. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
