package dev.greenroom.auth.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A sealed column of a table whose rows have a {@code deployment}, and are told apart by a UUID, {@code id}. */
public record IdKeyedColumn(String table, String column) implements SealedColumn {

    @Override
    public String key() {
        return "id";
    }

    @Override
    public Place placeOf(ResultSet row) throws SQLException {
        return placeOf(row.getString("deployment"), row.getObject(key(), UUID.class));
    }

    /** Where a row's value lies, for who writes or reads it. */
    public Place placeOf(String deployment, UUID id) {
        return new Place(deployment, id.toString(), column);
    }
}
