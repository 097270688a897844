package dev.greenroom.auth.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Those whose time is over, and those of clients that are not among these.
     *
     * @param clients one at least
     */
    List<UUID> over(Instant now, Set<String> clients, int atMost) {
        return find("expiresAt <= ?1 or clientId not in ?2", Sort.by("expiresAt"), now, clients)
                .page(0, atMost)
                .stream()
                .map(Session::id)
                .toList();
    }

    Optional<UUID> grantOf(UUID id) {
        return find("select grantId from Session where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** False where somebody else has ended it. */
    boolean remove(UUID id) {
        return delete("id", id) == 1;
    }

    void deleteOf(UUID grantId) {
        delete("grantId", grantId);
    }
}
