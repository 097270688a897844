package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Where the grants' refresh tokens lie sealed; those of pasted tokens have none. */
@ApplicationScoped
class GrantRefreshTokenColumn implements SealedColumn {

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
        return Grant.REFRESH_TOKEN_COLUMN;
    }

    @Override
    public Place placeOf(ResultSet row) throws SQLException {
        return Grant.placeOfRefreshToken(row.getString("deployment"), row.getObject("id", UUID.class));
    }
}
