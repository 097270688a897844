package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.contracts.UserRef;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The accounts of this deployment. Everything here runs in the caller's transaction. */
@ApplicationScoped
class AccountStore implements PanacheRepository<Account> {
    private static final String BY_USER = "deployment = ?1 and userRef = ?2";
    private static final String CLAIM = """
            insert into account (deployment, user_ref) values (?1, ?2)
            on conflict (deployment, user_ref) do nothing
            """;

    private final String deployment;

    AccountStore(@ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.deployment = deployment;
    }

    Optional<Account> find(UserRef user) {
        return find(BY_USER, deployment, user.toString()).firstResultOptional();
    }

    /** The user's account, made where it isn't there; whoever else wants to change it waits. */
    Account claim(UserRef user) {
        getEntityManager()
                .createNativeQuery(CLAIM)
                .setParameter(1, deployment)
                .setParameter(2, user.toString())
                .executeUpdate();
        return lock(user).orElseThrow();
    }

    /** The user's account where it is there; whoever else wants to change it waits. */
    Optional<Account> lock(UserRef user) {
        return find(BY_USER, deployment, user.toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether anybody but this account uses the grant. */
    boolean isUsedByOthers(Grant grant, Account account) {
        return count("grant = ?1 and id != ?2", grant, account.id()) > 0;
    }

    /** The accounts that use a grant, each locked; to be called before the grant is locked, as wherever both are. */
    List<Account> lockUsersOf(UUID grantId) {
        return lockAll("grant.id = ?1", grantId);
    }

    /** The accounts that use a Coder user's grant, alike. */
    List<Account> lockUsersOf(CoderUser user) {
        return lockAll("deployment = ?1 and grant.coderUserId = ?2", deployment, user.id());
    }

    /** In the order of their ids, so that no two transactions wait for each other. */
    private List<Account> lockAll(String which, Object... values) {
        return find(which, Sort.by("id"), values)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether any account uses the grant. */
    boolean isUsed(Grant grant) {
        return count("grant", grant) > 0;
    }

    String deployment() {
        return deployment;
    }
}
