package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.IdKeyedColumn;
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
 * the token that was brought last takes the place of the older, and is erased with the last that refers to it.
 */
@Entity
@Table(name = Grant.TABLE)
class Grant {
    static final String TABLE = "coder_grant";
    private static final String TOKEN_COLUMN = "sealed_token";
    private static final String REFRESH_TOKEN_COLUMN = "sealed_refresh_token";
    static final IdKeyedColumn TOKEN = new IdKeyedColumn(TABLE, TOKEN_COLUMN);
    static final IdKeyedColumn REFRESH_TOKEN = new IdKeyedColumn(TABLE, REFRESH_TOKEN_COLUMN);

    @Id
    private UUID id;

    private String deployment;

    @Column(name = "coder_user_id")
    private UUID coderUserId;

    @Column(name = "coder_username")
    private String coderUsername;

    @Column(name = TOKEN_COLUMN)
    private byte[] sealedToken;

    @Column(name = REFRESH_TOKEN_COLUMN)
    private byte @Nullable [] sealedRefreshToken;

    /** Counts the tokens that this grant has had. */
    private long generation;

    /** From when on it is to be revoked at Coder and erased; null while it is used. */
    @Column(name = "revoke_after")
    private @Nullable Instant revokeAfter;

    @Column(name = "refresh_at")
    private @Nullable Instant refreshAt;

    @Column(name = "refresh_lease_until")
    private @Nullable Instant refreshLeaseUntil;

    @Column(name = "refresh_rest_until")
    private @Nullable Instant refreshRestUntil;

    @Column(name = "relink_required")
    private boolean relinkRequired;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    /** Whether its users were told that its token ends soon, which no other follows. */
    private boolean expiring;

    protected Grant() {}

    /**
     * Takes the tokens that are good from now on.
     *
     * @param sealedRefreshToken null for a token that was pasted
     * @param refreshAt when to refresh them ahead of time; null for a token that was pasted
     */
    void renew(
            byte[] sealedToken,
            byte @Nullable [] sealedRefreshToken,
            @Nullable Instant expiresAt,
            @Nullable Instant refreshAt) {
        this.sealedToken = sealedToken;
        this.sealedRefreshToken = sealedRefreshToken;
        this.expiresAt = expiresAt;
        this.refreshAt = refreshAt;
        refreshLeaseUntil = null;
        refreshRestUntil = null;
        relinkRequired = false;
        expiring = false;
        generation++;
    }

    /**
     * Says when its token ends, which was pasted.
     *
     * @param soon whether its users are to be told so
     */
    void endsAt(@Nullable Instant end, boolean soon) {
        expiresAt = end;
        expiring = soon;
    }

    /** Coder takes its tokens no longer: only its user can begin anew. It is not asked again. */
    void requireRelink() {
        relinkRequired = true;
        expiring = false;
        refreshAt = null;
        refreshLeaseUntil = null;
        refreshRestUntil = null;
    }

    /** Made just now, and still without tokens. */
    boolean isNew() {
        return sealedToken.length == 0;
    }

    boolean relinkRequired() {
        return relinkRequired;
    }

    boolean expiring() {
        return expiring;
    }

    /** Whether only its user can help, now or soon: this is what its accounts are told of it. */
    boolean needsItsUser() {
        return relinkRequired || expiring;
    }

    /** Whether its pair has to be refreshed before it is lent for work that lasts until then. */
    boolean needsRefreshBefore(Instant then) {
        return sealedRefreshToken != null && !relinkRequired && expiresAt != null && expiresAt.isBefore(then);
    }

    boolean isBeingRefreshed(Instant now) {
        return refreshLeaseUntil != null && now.isBefore(refreshLeaseUntil);
    }

    /** An account or another holder uses it. */
    void used() {
        revokeAfter = null;
    }

    /** Nothing uses it any more. */
    void unused(Instant now) {
        revokeAfter = now;
    }

    /** Nothing uses it yet: that may change until then, or until a later end that was waited for before. */
    void awaitedUntil(Instant end) {
        revokeAfter = revokeAfter == null || revokeAfter.isBefore(end) ? end : revokeAfter;
    }

    /** Whether it is to be revoked by now, or has been already: then it is linked no more. */
    boolean isOver(Instant now) {
        return revokeAfter != null && !now.isBefore(revokeAfter);
    }

    boolean isUsed() {
        return revokeAfter == null;
    }

    UUID id() {
        return id;
    }

    Place placeOfToken() {
        return TOKEN.placeOf(deployment, id);
    }

    Place placeOfRefreshToken() {
        return REFRESH_TOKEN.placeOf(deployment, id);
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

    byte @Nullable [] sealedRefreshToken() {
        return sealedRefreshToken;
    }

    long generation() {
        return generation;
    }

    @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
