package dev.greenroom.auth.seal;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A column whose values lie sealed, told by the feature that owns its table: each bean of this type is sealed anew with
 * a new primary key. Rows whose value is null are passed by.
 *
 * <p>Whoever else writes such a value reads and writes it in one transaction in which the row is locked. One who writes
 * what was read before the lock puts an older key's seal back, which takes until the next look at all rows to mend.
 */
public interface SealedColumn {

    String table();

    /** The one column of the primary key. */
    String key();

    String column();

    /** Where the value of this row lies, from any of the row's columns: the place that it was sealed for. */
    Place placeOf(ResultSet row) throws SQLException;
}
