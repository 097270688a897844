package dev.greenroom.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of sessions, by their hashes. Everything here runs in the caller's transaction. */
@ApplicationScoped
class SessionTokenStore {
    private static final String INSERT = """
            insert into session_token (hash, session_id, kind, issued_at, expires_at, parent_hash)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            """;
    private static final String FIND = """
            select session_id, grant_id, client_id, good_until
            from session_token token join sign_in_session session on session.id = session_id
            where hash = ?1 and kind = ?2 and token.expires_at > ?3
            """;
    /** Its parent, as long as answers to tabs may still be on their way; and those that came of the parent at other times. */
    private static final String GO_ON_WITH = """
            update session_token other set good_until = coalesce(other.good_until,
                case when other.hash = used.parent_hash then used.issued_at + ?2 * interval '1 millisecond' else ?3 end)
            from session_token used
            where used.hash = ?1 and other.kind = 'REFRESH' and (other.hash = used.parent_hash
                or other.parent_hash = used.parent_hash
                    and abs(extract(epoch from other.issued_at - used.issued_at)) * 1000 > ?2)
            """;

    private static final String DELETE_OVER = """
            delete from session_token where hash in
                (select hash from session_token where expires_at <= ?1 limit ?2 for update skip locked)
            """;

    private final EntityManager entities;

    SessionTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    /** @param parent the refresh token that it is given for; null for the first ones */
    void add(OpaqueToken token, UUID session, Instant now, Instant expiresAt, @Nullable OpaqueToken parent) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, token.hash())
                .setParameter(2, session)
                .setParameter(3, token.kind().name())
                .setParameter(4, now)
                .setParameter(5, expiresAt)
                .setParameter(6, parent == null ? null : parent.hash())
                .executeUpdate();
    }

    /** Empty where it is unknown or its time is over. */
    Optional<SessionToken> find(OpaqueToken token, Instant now) {
        return entities.createNativeQuery(FIND, SessionToken.class)
                .setParameter(1, token.hash())
                .setParameter(2, token.kind().name())
                .setParameter(3, now)
                .getResultStream()
                .map(SessionToken.class::cast)
                .findFirst();
    }

    /**
     * The session goes on with this refresh token: without the one that it was given for, and without others that were
     * given for that at another time. Those that were given within the overlap are of other tabs of the same browser,
     * which keeps the one whose answer comes last.
     */
    void goOnWith(OpaqueToken token, Duration overlap, Instant now) {
        entities.createNativeQuery(GO_ON_WITH)
                .setParameter(1, token.hash())
                .setParameter(2, overlap.toMillis())
                .setParameter(3, now)
                .executeUpdate();
    }

    /** Deletes some whose time is over, and passes by those that somebody else has locked; returns how many. */
    int deleteOver(Instant now, int atMost) {
        return entities.createNativeQuery(DELETE_OVER)
                .setParameter(1, now)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
