package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Greenroom may do at Coder in the name of one Coder user. There is one for each (deployment, Coder user), so that
 * the token that was brought last takes the place of the older, and is erased with the last account that refers to it.
 */
@Entity
@Table(name = Grant.TABLE)
class Grant {
    static final String TABLE = "coder_grant";
    static final String TOKEN_COLUMN = "sealed_token";

    @Id
    private UUID id;

    private String deployment;

    @Column(name = "coder_user_id")
    private UUID coderUserId;

    @Column(name = "coder_username")
    private String coderUsername;

    @Column(name = TOKEN_COLUMN)
    private byte[] sealedToken;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected Grant() {}

    /** Takes the token that is good from now on. */
    void renew(byte[] sealedToken, @Nullable Instant expiresAt) {
        this.sealedToken = sealedToken;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    Place placeOfToken() {
        return placeOfToken(deployment, id);
    }

    static Place placeOfToken(String deployment, UUID id) {
        return new Place(deployment, id.toString(), TOKEN_COLUMN);
    }

    UUID coderUserId() {
        return coderUserId;
    }

    String coderUsername() {
        return coderUsername;
    }

    byte[] sealedToken() {
        return sealedToken;
    }

    @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
