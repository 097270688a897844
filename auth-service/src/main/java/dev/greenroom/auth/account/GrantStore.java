package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    private final AccountStore accounts;

    GrantStore(Seal seal, AccountStore accounts) {
        this.seal = seal;
        this.accounts = accounts;
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
        return find("deployment = ?1 and coderUserId = ?2", deployment, user.id())
                .singleResult();
    }

    /** Keeps the token in place of an older one. */
    void keep(Grant grant, CoderToken token, @Nullable Instant expiresAt) {
        var secret = token.value().getBytes(StandardCharsets.UTF_8);
        grant.renew(seal.seal(secret, grant.placeOfToken()), expiresAt);
    }

    /** Erases a grant that an account no longer uses, and its token with it. */
    void eraseUnlessUsed(Grant grant, Account formerUser) {
        getEntityManager().lock(grant, LockModeType.PESSIMISTIC_WRITE);
        if (!accounts.isUsedByOthers(grant, formerUser)) {
            delete(grant);
        }
    }

    CoderToken open(Grant grant) {
        return new CoderToken(new String(seal.open(grant.sealedToken(), grant.placeOfToken()), StandardCharsets.UTF_8));
    }
}
