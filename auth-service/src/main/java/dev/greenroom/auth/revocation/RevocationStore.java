package dev.greenroom.auth.revocation;

import dev.greenroom.contracts.UserRef;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The revocations of this deployment. Everything here runs in the caller's transaction. */
@ApplicationScoped
class RevocationStore implements PanacheRepository<Revocation> {
    private static final String BEGIN = """
            insert into revocation (deployment, begun_at, begun_by, reason) values (?1, ?2, ?3, ?4)
            on conflict (deployment) where finished_at is null do nothing
            """;

    private final String deployment;

    RevocationStore(@ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.deployment = deployment;
    }

    /** @return false where one is under way */
    boolean begin(UserRef by, String reason, Instant now) {
        return getEntityManager()
                        .createNativeQuery(BEGIN)
                        .setParameter(1, deployment)
                        .setParameter(2, now)
                        .setParameter(3, by.toString())
                        .setParameter(4, reason)
                        .executeUpdate()
                == 1;
    }

    Optional<Revocation> last() {
        return find("deployment", Sort.descending("id"), deployment).firstResultOptional();
    }

    /** The one that is under way; whoever else wants to go on with it waits. */
    Optional<Revocation> lockUnderWay() {
        return find("deployment = ?1 and finishedAt is null", deployment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
