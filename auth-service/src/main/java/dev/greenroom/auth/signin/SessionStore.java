package dev.greenroom.auth.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions. Everything here runs in the caller's transaction, which locks a grant before a session. */
@ApplicationScoped
class SessionStore implements PanacheRepositoryBase<Session, UUID> {

    /** Whoever else wants to change it, or give it tokens, waits. */
    Optional<Session> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean holds(UUID grantId) {
        return count("grantId", grantId) > 0;
    }

    List<UUID> over(Instant now, int atMost) {
        return find("expiresAt <= ?1", Sort.by("expiresAt"), now).page(0, atMost).stream()
                .map(Session::id)
                .toList();
    }

    void deleteOf(UUID grantId) {
        delete("grantId", grantId);
    }
}
