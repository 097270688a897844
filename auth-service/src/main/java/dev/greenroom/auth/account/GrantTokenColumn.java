package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Where the grants' tokens lie sealed. */
@ApplicationScoped
class GrantTokenColumn implements SealedColumn {

    @Override
    public String table() {
        return Grant.TABLE;
    }

    @Override
    public String key() {
        return "id";
    }

    @Override
    public String column() {
        return Grant.TOKEN_COLUMN;
    }

    @Override
    public Place placeOf(ResultSet row) throws SQLException {
        return Grant.placeOfToken(row.getString("deployment"), row.getObject("id", UUID.class));
    }
}
