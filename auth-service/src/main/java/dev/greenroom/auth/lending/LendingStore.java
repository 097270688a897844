package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether tokens of this deployment are lent, and each change of that. Everything here runs in the caller's transaction. */
@ApplicationScoped
class LendingStore implements PanacheRepositoryBase<Lending, String> {
    private static final String CLAIM =
            "insert into lending (deployment) values (?1) on conflict (deployment) do nothing";

    private final String deployment;

    LendingStore(@ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.deployment = deployment;
    }

    /** As the database has it now: nothing is remembered, so that a freeze counts for all replicas at once. */
    LendingState state() {
        return findByIdOptional(deployment).map(Lending::state).orElse(LendingState.NEVER_FROZEN);
    }

    /** The state, made where it isn't there; whoever else wants to change it waits. */
    Lending claim() {
        getEntityManager().createNativeQuery(CLAIM).setParameter(1, deployment).executeUpdate();
        return findById(deployment, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps for the audit that it was changed. */
    void record(LendingRequest wanted, UserRef by, Instant now) {
        getEntityManager().persist(new LendingChange(deployment, wanted, by, now));
    }
}
