package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What users have allowed Greenroom to do at Coder. */
@ApplicationScoped
public class Grants {
    private final AccountStore accounts;
    private final GrantStore grants;

    Grants(AccountStore accounts, GrantStore grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    /** The grant of a linked user, with the token opened; runs in the caller's transaction. */
    public Optional<Granted> of(UserRef user) {
        return accounts.find(user)
                .flatMap(account -> account.grant()
                        .flatMap(grant ->
                                account.linked().map(linked -> new Granted(linked, grant.id(), grants.open(grant)))));
    }
}
