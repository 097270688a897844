package dev.greenroom.auth.account;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who needs a grant. Everything here runs in the caller's transaction, which has locked the grant. */
@ApplicationScoped
class GrantUse {
    private final AccountStore accounts;
    private final List<GrantHolder> holders;

    GrantUse(AccountStore accounts, @All List<GrantHolder> holders) {
        this.accounts = accounts;
        this.holders = holders;
    }

    boolean isUsed(Grant grant) {
        return accounts.isUsed(grant) || isHeld(grant);
    }

    /** Whether anything but this account needs it. */
    boolean isUsedBesides(Account account, Grant grant) {
        return hasOtherAccounts(account, grant) || isHeld(grant);
    }

    boolean hasOtherAccounts(Account account, Grant grant) {
        return accounts.isUsedByOthers(grant, account);
    }

    /** Has those that hold on to it let go: it is dead at Coder, or is ended here. */
    void letGo(Grant grant) {
        holders.forEach(holder -> holder.letGo(grant.id()));
    }

    private boolean isHeld(Grant grant) {
        return holders.stream().anyMatch(holder -> holder.holds(grant.id()));
    }
}
