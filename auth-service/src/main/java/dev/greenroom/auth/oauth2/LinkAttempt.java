package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.seal.IdKeyedColumn;
import dev.greenroom.auth.seal.Place;
import dev.greenroom.contracts.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user on their way through Coder's consent, until they finish the link or its time is over. */
@Entity
@Table(name = LinkAttempt.TABLE)
class LinkAttempt {
    static final String TABLE = "link_attempt";
    private static final String VERIFIER_COLUMN = "sealed_verifier";
    static final IdKeyedColumn VERIFIER = new IdKeyedColumn(TABLE, VERIFIER_COLUMN);

    @Id
    private UUID id;

    private String deployment;

    @Column(name = "user_ref")
    private String userRef;

    @Column(name = "state_hash")
    private byte[] stateHash;

    @Column(name = VERIFIER_COLUMN)
    private byte @Nullable [] sealedVerifier;

    @Column(name = "code_hash")
    private byte @Nullable [] codeHash;

    @Column(name = "grant_id")
    private @Nullable UUID grantId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected LinkAttempt() {}

    LinkAttempt(UUID id, String deployment, UserRef user, Secret state, byte[] sealedVerifier, Instant expiresAt) {
        this.id = id;
        this.deployment = deployment;
        this.userRef = user.toString();
        this.stateHash = state.hash();
        this.sealedVerifier = sealedVerifier;
        this.expiresAt = expiresAt;
    }

    /** The sealed verifier, once: a second callback with the same state finds none. */
    Optional<byte[]> takeVerifier() {
        var verifier = sealedVerifier;
        sealedVerifier = null;
        return Optional.ofNullable(verifier);
    }

    /** Coder has consented: who has this code and is the user may finish. */
    void consented(UUID grant, Secret code) {
        grantId = grant;
        codeHash = code.hash();
    }

    /** Who began. */
    UserRef user() {
        return UserRef.parse(userRef);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    UUID id() {
        return id;
    }

    Place placeOfVerifier() {
        return VERIFIER.placeOf(deployment, id);
    }

    /** There once Coder has consented. */
    Optional<UUID> grantId() {
        return Optional.ofNullable(grantId);
    }
}
