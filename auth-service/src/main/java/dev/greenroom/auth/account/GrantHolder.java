package dev.greenroom.auth.account;

import java.util.UUID;

/** What holds on to grants besides accounts: each bean of this type is asked before one is ended. */
public interface GrantHolder {

    /** Runs in the caller's transaction, which has locked the grant. */
    boolean holds(UUID grantId);

    /** It has to let go of it: it is dead at Coder, or is ended here. Runs in the caller's transaction, which has locked the grant. */
    void letGo(UUID grantId);
}
