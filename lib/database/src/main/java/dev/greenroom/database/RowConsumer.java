package dev.greenroom.database;

import java.sql.SQLException;

/** Takes one row after the other. */
@FunctionalInterface
public interface RowConsumer {
    void accept(Row row) throws SQLException;
}
