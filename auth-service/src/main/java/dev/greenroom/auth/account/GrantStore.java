package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.RefreshToken;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
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

    private static final Logger LOG = Logger.getLogger(GrantStore.class);

    private final Seal seal;
    private final GrantUse use;
    private final PairToRevokeStore pairs;
    private final AccountsConfig config;

    GrantStore(Seal seal, GrantUse use, PairToRevokeStore pairs, AccountsConfig config) {
        this.seal = seal;
        this.use = use;
        this.pairs = pairs;
        this.config = config;
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
        var grant = find(deployment, user).orElseThrow();
        // What was read before the lock, with its account, may be older.
        getEntityManager().refresh(grant);
        return grant;
    }

    /** The Coder user's grant, where it is there. */
    Optional<Grant> find(String deployment, CoderUser user) {
        return find("deployment = ?1 and coderUserId = ?2", deployment, user.id())
                .firstResultOptional();
    }

    /** Keeps a token that was pasted in place of older ones. Of a pair Coder knows nothing of that, and has to revoke it. */
    void keep(Grant grant, CoderToken token, @Nullable Instant expiresAt, Instant now) {
        retirePair(grant);
        grant.renew(seal.sealText(token.value(), grant.placeOfToken()), null, expiresAt, null);
        grant.endsAt(expiresAt, config.endsSoon(expiresAt, now));
    }

    /** One that no key opens can't be revoked, and keeps no user from bringing another token. */
    private void retirePair(Grant grant) {
        try {
            openRefreshToken(grant).ifPresent(pairs::add);
        } catch (IllegalStateException e) {
            LOG.errorf("pair left at Coder, since no key opens it grant=%s cause=%s", grant.id(), e);
        }
    }

    /** Keeps a pair in place of older tokens; it is refreshed when three fifths of its time are over. */
    void keep(Grant grant, TokenPair tokens, Instant now) {
        var lifetime = Duration.between(now, tokens.expiresAt());
        grant.renew(
                seal.sealText(tokens.accessToken().value(), grant.placeOfToken()),
                seal.sealText(tokens.refreshToken().value(), grant.placeOfRefreshToken()),
                tokens.expiresAt(),
                now.plus(lifetime.multipliedBy(3).dividedBy(5)));
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

    /**
     * Ends a grant that an account no longer uses, unless something else does. A pasted token was given for accounts: once
     * none uses it, what else holds on to it lets go.
     */
    void endUnlessUsed(Grant grant, Account formerUser, Instant now) {
        getEntityManager().refresh(grant, LockModeType.PESSIMISTIC_WRITE);
        if (grant.sealedRefreshToken() == null && !use.hasOtherAccounts(formerUser, grant)) {
            use.letGo(grant);
        }
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

    Granted opened(Grant grant) {
        return new Granted(
                grant.id(),
                grant.generation(),
                new CoderUser(grant.coderUserId(), grant.coderUsername()),
                new CoderToken(seal.openText(grant.sealedToken(), grant.placeOfToken())),
                grant.expiresAt(),
                grant.sealedRefreshToken() != null);
    }

    /** Empty for a token that was pasted. */
    Optional<RefreshToken> openRefreshToken(Grant grant) {
        return Optional.ofNullable(grant.sealedRefreshToken())
                .map(bytes -> new RefreshToken(seal.openText(bytes, grant.placeOfRefreshToken())));
    }
}
