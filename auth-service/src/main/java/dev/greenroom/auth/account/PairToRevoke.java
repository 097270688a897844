package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.IdKeyedColumn;
import dev.greenroom.auth.seal.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A pair of tokens that Coder has still to revoke, and that no grant has. Its refresh token stands for both. */
@Entity
@Table(name = PairToRevoke.TABLE)
class PairToRevoke {
    static final String TABLE = "pair_to_revoke";
    private static final String REFRESH_TOKEN_COLUMN = "sealed_refresh_token";
    static final IdKeyedColumn REFRESH_TOKEN = new IdKeyedColumn(TABLE, REFRESH_TOKEN_COLUMN);

    @Id
    private UUID id;

    private String deployment;

    @Column(name = REFRESH_TOKEN_COLUMN)
    private byte[] sealedRefreshToken;

    private Instant since;

    protected PairToRevoke() {}

    PairToRevoke(UUID id, String deployment, byte[] sealedRefreshToken, Instant since) {
        this.id = id;
        this.deployment = deployment;
        this.sealedRefreshToken = sealedRefreshToken;
        this.since = since;
    }

    UUID id() {
        return id;
    }

    Place placeOfRefreshToken() {
        return REFRESH_TOKEN.placeOf(deployment, id);
    }

    byte[] sealedRefreshToken() {
        return sealedRefreshToken;
    }
}
