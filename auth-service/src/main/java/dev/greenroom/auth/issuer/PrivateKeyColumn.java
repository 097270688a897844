package dev.greenroom.auth.issuer;

import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the signing keys' private halves lie sealed. */
@ApplicationScoped
class PrivateKeyColumn implements SealedColumn {
    private final String deployment;

    PrivateKeyColumn(@ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.deployment = deployment;
    }

    @Override
    public String table() {
        return SigningKeyRow.TABLE;
    }

    @Override
    public String key() {
        return "generation";
    }

    @Override
    public String column() {
        return SigningKeyRow.SEALED_COLUMN;
    }

    @Override
    public Place placeOf(ResultSet row) throws SQLException {
        return SigningKeyRow.placeOfPrivateKey(deployment, row.getString("kid"));
    }
}
