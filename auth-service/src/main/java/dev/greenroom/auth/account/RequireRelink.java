package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
        var done = Optional.<Boolean>empty();
        while (done.isEmpty()) {
            done = QuarkusTransaction.requiringNew().call(() -> tryOf(tokens));
        }
        return done.get();
    }

    /** Empty where somebody has linked it since its users were locked, who has to be told, too. */
    private Optional<Boolean> tryOf(Tokens tokens) {
        var users = accounts.lockUsersOf(tokens.grant());
        var grant = grants.lock(tokens.grant()).filter(found -> found.generation() == tokens.generation());
        if (!accounts.usedByOthers(List.of(tokens.grant()), users).isEmpty()) {
            return Optional.empty();
        }
        grant.filter(found -> !found.relinkRequired()).ifPresent(dead -> linkGrant.requireRelink(dead, users));
        return Optional.of(grant.isPresent());
    }
}
