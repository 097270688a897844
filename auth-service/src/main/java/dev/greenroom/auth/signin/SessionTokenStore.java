package dev.greenroom.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of sessions, by their hashes. Everything here runs in the caller's transaction. */
@ApplicationScoped
class SessionTokenStore {
    private static final String INSERT = """
            insert into session_token (hash, session_id, kind, expires_at, parent_hash) values (?1, ?2, ?3, ?4, ?5)
            """;
    private static final String FIND = """
            select token.session_id, grant_id, token.used_at, token.superseded_at,
                parent.superseded_at as parent_superseded_at
            from session_token token join sign_in_session session on session.id = token.session_id
                left join session_token parent on parent.hash = token.parent_hash
            where token.hash = ?1 and token.kind = ?2 and token.expires_at > ?3
            """;
    private static final String USE = """
            update session_token set used_at = coalesce(used_at, ?2) where hash = ?1
            """;
    private static final String SUPERSEDE = """
            update session_token set superseded_at = coalesce(superseded_at, ?2)
            where hash = (select parent_hash from session_token where hash = ?1)
            """;
    private static final String DELETE_OVER = "delete from session_token where expires_at <= ?1";

    private final EntityManager entities;

    SessionTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    /** @param parent the refresh token that it is given for; null for the first ones */
    void add(OpaqueToken token, UUID session, Instant expiresAt, @Nullable OpaqueToken parent) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, token.hash())
                .setParameter(2, session)
                .setParameter(3, token.kind().name())
                .setParameter(4, expiresAt)
                .setParameter(5, parent == null ? null : parent.hash())
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

    /** That a refresh token is used: the one that it was given for has done its work. Only first uses count. */
    void use(OpaqueToken token, Instant now) {
        for (var update : List.of(USE, SUPERSEDE)) {
            entities.createNativeQuery(update)
                    .setParameter(1, token.hash())
                    .setParameter(2, now)
                    .executeUpdate();
        }
    }

    void deleteOver(Instant now) {
        entities.createNativeQuery(DELETE_OVER).setParameter(1, now).executeUpdate();
    }
}
