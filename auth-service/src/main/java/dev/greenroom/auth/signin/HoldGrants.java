package dev.greenroom.auth.signin;

import dev.greenroom.auth.account.GrantHolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sessions hold on to their grant while it lives. */
@ApplicationScoped
class HoldGrants implements GrantHolder {
    private final SessionStore sessions;

    HoldGrants(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean holds(UUID grantId) {
        return sessions.holds(grantId);
    }

    /** Whoever signs in again revives the grant, but no session of before: its tokens may be why it was ended at Coder. */
    @Override
    public void letGo(UUID grantId) {
        sessions.deleteOf(grantId);
    }
}
