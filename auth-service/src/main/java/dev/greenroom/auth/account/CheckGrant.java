package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.auth.coder.TokenCheckOutcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Finds out whether tokens that were refused somewhere are dead. Coder itself is asked: whoever was refused may have met
 * a proxy, or have used tokens that were followed by others meanwhile. A pair whose access token Coder refuses is
 * refreshed once, and the new token checked again: Coder goes on refreshing for a suspended user, and refuses what comes
 * of it (recordings 02-oauth2/92 and 93). However many report the same tokens in one process, Coder is asked once.
 */
@ApplicationScoped
public class CheckGrant {
    private static final Logger LOG = Logger.getLogger(CheckGrant.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CoderUsersClient coder;
    private final GrantStore grants;
    private final RefreshOnce refresh;
    private final RequireRelink requireRelink;
    private final InFlight<Tokens, CheckOutcome> inFlight = new InFlight<>();

    CheckGrant(CoderUsersClient coder, GrantStore grants, RefreshOnce refresh, RequireRelink requireRelink) {
        this.coder = coder;
        this.grants = grants;
        this.refresh = refresh;
        this.requireRelink = requireRelink;
    }

    /**
     * Blocks while Coder is asked.
     *
     * @param generation of the tokens that were refused: others are left alone
     */
    public CheckOutcome check(UUID grant, long generation) {
        return inFlight.once(new Tokens(grant, generation), () -> check(new Tokens(grant, generation), false));
    }

    private CheckOutcome check(Tokens tokens, boolean refreshed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> living(tokens).map(grants::opened))
                .map(living -> check(tokens, living, refreshed))
                .orElseGet(CheckOutcome.Known::new);
    }

    /** Empty where there is nothing to find out: others by now, unlinked, or known to be dead. */
    private Optional<Grant> living(Tokens tokens) {
        return grants.find(tokens).filter(grant -> grant.isUsed() && !grant.relinkRequired());
    }

    private CheckOutcome check(Tokens tokens, Granted living, boolean refreshed) {
        return switch (coder.identify(living.token())) {
            case TokenCheckOutcome.Valid _ -> new CheckOutcome.Known();
            case TokenCheckOutcome.Refused _ -> living.refreshable() && !refreshed ? refresh(tokens) : giveUp(tokens);
            case TokenCheckOutcome.Limited(var retryAfter) -> new CheckOutcome.CoderUnavailable(retryAfter);
            case TokenCheckOutcome.Unavailable _ -> new CheckOutcome.CoderUnavailable(RETRY_AFTER);
        };
    }

    private CheckOutcome refresh(Tokens tokens) {
        return switch (refresh.refresh(tokens)) {
            case RefreshOutcome.Refreshed _ -> check(tokens.next(), true);
            case RefreshOutcome.RelinkRequired _ -> new CheckOutcome.Known();
            case RefreshOutcome.Taken _ ->
                isOver(tokens) ? new CheckOutcome.Known() : new CheckOutcome.CoderUnavailable(RETRY_AFTER);
            case RefreshOutcome.Unheard _ -> new CheckOutcome.CoderUnavailable(RETRY_AFTER);
        };
    }

    /** What another process has made of them is known; where they rest, since Coder was not heard, it is not. */
    private boolean isOver(Tokens tokens) {
        return QuarkusTransaction.requiringNew().call(() -> living(tokens).isEmpty());
    }

    private CheckOutcome giveUp(Tokens tokens) {
        if (requireRelink.of(tokens)) {
            LOG.infof("grant needs its user: Coder refuses its token grant=%s", tokens.grant());
        }
        return new CheckOutcome.Known();
    }
}
