package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Where the verifiers of attempts to link lie sealed, until Coder is heard. */
@ApplicationScoped
class VerifierColumn implements SealedColumn {

    @Override
    public String table() {
        return LinkAttempt.TABLE;
    }

    @Override
    public String key() {
        return "id";
    }

    @Override
    public String column() {
        return LinkAttempt.VERIFIER_COLUMN;
    }

    @Override
    public Place placeOf(ResultSet row) throws SQLException {
        return LinkAttempt.placeOfVerifier(row.getString("deployment"), row.getObject("id", UUID.class));
    }
}
