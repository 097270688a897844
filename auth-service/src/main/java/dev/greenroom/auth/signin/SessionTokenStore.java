package dev.greenroom.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tokens of sessions, by their hashes. Everything here runs in the caller's transaction. */
@ApplicationScoped
class SessionTokenStore {
    private static final String INSERT = """
            insert into session_token (hash, session_id, kind, expires_at) values (?1, ?2, ?3, ?4)
            """;
    private static final String FIND = """
            select session_id, grant_id, used_at from session_token join sign_in_session on id = session_id
            where hash = ?1 and kind = ?2 and session_token.expires_at > ?3
            """;
    private static final String USE = "update session_token set used_at = ?2 where hash = ?1 and used_at is null";
    private static final String DELETE_OVER = "delete from session_token where expires_at <= ?1";

    private final EntityManager entities;

    SessionTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(OpaqueToken token, UUID session, Instant expiresAt) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, token.hash())
                .setParameter(2, session)
                .setParameter(3, token.kind().name())
                .setParameter(4, expiresAt)
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

    /** Only the first use counts. */
    void use(OpaqueToken token, Instant now) {
        entities.createNativeQuery(USE)
                .setParameter(1, token.hash())
                .setParameter(2, now)
                .executeUpdate();
    }

    void deleteOver(Instant now) {
        entities.createNativeQuery(DELETE_OVER).setParameter(1, now).executeUpdate();
    }
}
