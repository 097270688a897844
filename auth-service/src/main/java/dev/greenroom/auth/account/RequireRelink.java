package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives up tokens that are dead at Coder: its users are told to link anew, and Coder is not asked about them again. */
@ApplicationScoped
class RequireRelink {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final LinkGrant linkGrant;

    RequireRelink(AccountStore accounts, GrantStore grants, LinkGrant linkGrant) {
        this.accounts = accounts;
        this.grants = grants;
        this.linkGrant = linkGrant;
    }

    /** @return false where the grant has other tokens by now, which may live: nothing is changed then */
    boolean of(Tokens tokens) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var users = accounts.lockUsersOf(tokens.grant());
            var grant = grants.lock(tokens.grant()).filter(found -> found.generation() == tokens.generation());
            grant.filter(found -> !found.relinkRequired()).ifPresent(dead -> linkGrant.requireRelink(dead, users));
            return grant.isPresent();
        });
    }
}
