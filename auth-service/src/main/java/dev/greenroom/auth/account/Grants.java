package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What users have allowed Greenroom to do at Coder. Everything here runs in the caller's transaction. */
@ApplicationScoped
public class Grants {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final GrantUse use;
    private final LinkGrant linkGrant;
    private final Clock clock;

    Grants(AccountStore accounts, GrantStore grants, GrantUse use, LinkGrant linkGrant, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.use = use;
        this.linkGrant = linkGrant;
        this.clock = clock;
    }

    /**
     * Keeps a pair for its Coder user, in place of older tokens: Coder has ended those with it. Accounts that the Coder
     * user has linked already go on with the new pair; nobody else is linked by this.
     *
     * @param until when it is revoked and erased, where nothing uses it by then
     */
    public UUID keep(CoderUser user, TokenPair tokens, Instant until) {
        var users = accounts.lockUsersOf(user);
        var grant = grants.claim(accounts.deployment(), user);
        var livesAgain = grant.relinkRequired();
        grants.keep(grant, tokens, clock.instant());
        if (livesAgain) {
            linkGrant.tellOfGrant(users);
        }
        if (!use.isUsed(grant)) {
            grant.awaitedUntil(until);
        }
        return grant.id();
    }

    /** @param consent null leaves it as it is */
    public GrantLinkOutcome link(UserRef user, UUID grantId, @Nullable Boolean consent) {
        var account = accounts.claim(user);
        var grant = grants.lock(grantId).filter(found -> !found.isOver(clock.instant()));
        if (grant.isEmpty()) {
            return new GrantLinkOutcome.Gone();
        }
        return linkGrant.isTaken(grant.get(), account)
                ? new GrantLinkOutcome.CoderUserTaken()
                : new GrantLinkOutcome.Linked(linkGrant.link(account, grant.get(), consent));
    }

    /** Locks a grant, which whoever else wants to change then waits for; false where it is over, or dead at Coder. */
    public boolean lock(UUID grantId) {
        return grants.lock(grantId)
                .filter(grant -> !grant.isOver(clock.instant()) && !grant.relinkRequired())
                .isPresent();
    }

    /** Whether what a holder holds can be lent: it is neither over nor dead at Coder. */
    public boolean lives(UUID grantId) {
        return grants.findByIdOptional(grantId)
                .filter(grant -> grant.isUsed() && !grant.relinkRequired())
                .isPresent();
    }

    /** A holder holds on to it from now on; it has locked it. */
    public void hold(UUID grantId) {
        grants.findById(grantId).used();
    }

    /** A holder lets go of it, and has locked it: it ends, unless something else uses it, or may yet. */
    public void release(UUID grantId) {
        grants.findByIdOptional(grantId)
                .filter(grant -> grant.isUsed() && !use.isUsed(grant))
                .ifPresent(grant -> grants.end(grant, clock.instant()));
    }

    /** The grant of a linked user, with the token opened; empty where the user has to link anew. */
    public Optional<GrantedAccount> of(UserRef user) {
        return accounts.find(user)
                .flatMap(account -> account.grant()
                        .flatMap(this::granted)
                        .map(granted -> new GrantedAccount(granted, account.linkGeneration())));
    }

    /** The grant that a holder holds, with the token opened; empty where it is over, or dead at Coder. */
    public Optional<Granted> of(UUID grantId) {
        return grants.findByIdOptional(grantId).filter(Grant::isUsed).flatMap(this::granted);
    }

    private Optional<Granted> granted(Grant grant) {
        return Optional.of(grant).filter(living -> !living.relinkRequired()).map(grants::opened);
    }
}
