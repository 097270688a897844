package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.RefreshToken;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The grants, whose tokens lie sealed. Everything here runs in the caller's transaction. */
@ApplicationScoped
class GrantStore implements PanacheRepositoryBase<Grant, UUID> {
    /** The update writes the name that Coder has just given; it locks the row where it was there already. */
    private static final String CLAIM = """
            insert into coder_grant (id, deployment, coder_user_id, coder_username, sealed_token)
            values (?1, ?2, ?3, ?4, '') on conflict (deployment, coder_user_id)
            do update set coder_username = excluded.coder_username
            """;

    private final Seal seal;
    private final GrantUse use;

    GrantStore(Seal seal, GrantUse use) {
        this.seal = seal;
        this.use = use;
    }

    /** The Coder user's grant, made where it isn't there, and still without this token; others who want it wait. */
    Grant claim(String deployment, CoderUser user) {
        getEntityManager()
                .createNativeQuery(CLAIM)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, deployment)
                .setParameter(3, user.id())
                .setParameter(4, user.username())
                .executeUpdate();
        var grant = find("deployment = ?1 and coderUserId = ?2", deployment, user.id())
                .singleResult();
        // What was read before the lock, with its account, may be older.
        getEntityManager().refresh(grant);
        return grant;
    }

    /** Keeps a token that was pasted in place of older ones. */
    void keep(Grant grant, CoderToken token, @Nullable Instant expiresAt) {
        grant.renew(sealed(token.value(), grant.placeOfToken()), null, expiresAt, null);
    }

    /** Keeps a pair in place of older tokens; it is refreshed when three fifths of its time are over. */
    void keep(Grant grant, TokenPair tokens, Instant now) {
        var lifetime = Duration.between(now, tokens.expiresAt());
        grant.renew(
                sealed(tokens.accessToken().value(), grant.placeOfToken()),
                sealed(tokens.refreshToken().value(), grant.placeOfRefreshToken()),
                tokens.expiresAt(),
                now.plus(lifetime.multipliedBy(3).dividedBy(5)));
    }

    /** Those that accounts use, whose time to be refreshed has come and with which nobody is at it. */
    List<Grant> toRefresh(Instant now, int atMost) {
        return find(
                        "refreshAt <= ?1 and revokeAfter is null and (refreshLeaseUntil is null or refreshLeaseUntil < ?1)"
                                + " and (refreshRestUntil is null or refreshRestUntil < ?1)",
                        Sort.by("refreshAt"),
                        now)
                .page(0, atMost)
                .list();
    }

    private byte[] sealed(String token, Place place) {
        return seal.seal(token.getBytes(StandardCharsets.UTF_8), place);
    }

    /** The grant that has these tokens; empty where it has others by now, or has ended. */
    Optional<Grant> find(Tokens tokens) {
        return findByIdOptional(tokens.grant()).filter(grant -> grant.generation() == tokens.generation());
    }

    /** The grant, where it is there; whoever else wants to change it waits. */
    Optional<Grant> lock(UUID id) {
        var grant = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        // What was read before the lock, with its account, may be older.
        grant.ifPresent(getEntityManager()::refresh);
        return grant;
    }

    /** Ends a grant that an account no longer uses, unless something else does. */
    void endUnlessUsed(Grant grant, Account formerUser, Instant now) {
        getEntityManager().refresh(grant, LockModeType.PESSIMISTIC_WRITE);
        if (!use.isUsedBesides(formerUser, grant)) {
            end(grant, now);
        }
    }

    /** A pasted token is erased with it; a pair is Greenroom's own, and has to be revoked at Coder first. */
    void end(Grant grant, Instant now) {
        if (grant.sealedRefreshToken() == null) {
            delete(grant);
        } else {
            grant.unused(now);
        }
    }

    /** Those that are to be revoked by now. */
    List<Grant> toRevoke(Instant now, int atMost) {
        return find("revokeAfter <= ?1", Sort.by("revokeAfter"), now)
                .page(0, atMost)
                .list();
    }

    Granted opened(Grant grant) {
        return new Granted(
                grant.id(),
                grant.generation(),
                new CoderUser(grant.coderUserId(), grant.coderUsername()),
                new CoderToken(opened(grant.sealedToken(), grant.placeOfToken())),
                grant.expiresAt(),
                grant.sealedRefreshToken() != null);
    }

    /** Empty for a token that was pasted. */
    Optional<RefreshToken> openRefreshToken(Grant grant) {
        return Optional.ofNullable(grant.sealedRefreshToken())
                .map(bytes -> new RefreshToken(opened(bytes, grant.placeOfRefreshToken())));
    }

    private String opened(byte[] bytes, Place place) {
        return new String(seal.open(bytes, place), StandardCharsets.UTF_8);
    }
}
