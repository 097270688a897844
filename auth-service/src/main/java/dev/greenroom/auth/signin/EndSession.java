package dev.greenroom.auth.signin;

import dev.greenroom.auth.account.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Ends a session, and with it its grant, where nothing else holds on to that. */
@ApplicationScoped
class EndSession {
    private final SessionStore sessions;
    private final Grants grants;

    EndSession(SessionStore sessions, Grants grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    /** Nothing happens where it has ended already. */
    @Transactional
    void end(UUID id) {
        sessions.grantOf(id).ifPresent(grant -> {
            grants.lock(grant);
            if (sessions.remove(id)) {
                grants.release(grant);
            }
        });
    }
}
