package dev.greenroom.auth.account;

import java.util.UUID;

/** What holds on to grants besides accounts: each bean of this type is asked before one is ended. */
public interface GrantHolder {

    /** Runs in the caller's transaction, which has locked the grant. */
    boolean holds(UUID grantId);

    /** Coder takes its tokens no longer. Runs in the caller's transaction, which has locked the grant. */
    void isDead(UUID grantId);
}
