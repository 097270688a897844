package dev.greenroom.auth.oauth2;

import dev.greenroom.contracts.UserRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The attempts to link. Everything here runs in the caller's transaction. */
@ApplicationScoped
class LinkAttemptStore implements PanacheRepositoryBase<LinkAttempt, UUID> {

    /** Whoever else brings the same state waits, and finds it used. */
    Optional<LinkAttempt> byState(Secret state) {
        return find("stateHash", state.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<LinkAttempt> byCode(Secret code) {
        return find("codeHash", code.hash()).firstResultOptional();
    }

    /** Ends it; false where somebody else has, for whom the others wait. */
    boolean take(LinkAttempt attempt) {
        return delete("id", attempt.id()) == 1;
    }

    long countOf(String deployment, UserRef user) {
        return count("deployment = ?1 and userRef = ?2", deployment, user.toString());
    }

    void deleteOver(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
