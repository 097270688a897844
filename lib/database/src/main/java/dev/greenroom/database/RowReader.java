package dev.greenroom.database;

import java.sql.SQLException;

/** Makes an object of one row. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row) throws SQLException;
}
