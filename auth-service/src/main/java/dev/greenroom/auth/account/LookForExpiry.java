package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.auth.coder.TokenCheckOutcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks for pasted tokens that end soon, and for those that have ended. Coder has the last word, since it may have put
 * off an end that we know: a session, such as one of its command line, lasts longer by being used. While Coder is away
 * nothing is told.
 */
@ApplicationScoped
class LookForExpiry {
    private static final Logger LOG = Logger.getLogger(LookForExpiry.class);
    private static final int AT_A_TIME = 50;
    /** So long before the end Coder is asked again: one that was put off is known before a loan is refused for it. */
    private static final Duration LAST_LOOK = Duration.ofMinutes(1);

    private final GrantStore grants;
    private final DueGrantStore due;
    private final CoderUsersClient coder;
    private final TellOfExpiry tell;
    private final RequireRelink requireRelink;
    private final AccountsConfig config;
    private final Clock clock;
    private final OpenIfPossible open = new OpenIfPossible();

    LookForExpiry(
            GrantStore grants,
            DueGrantStore due,
            CoderUsersClient coder,
            TellOfExpiry tell,
            RequireRelink requireRelink,
            AccountsConfig config,
            Clock clock) {
        this.grants = grants;
        this.due = due;
        this.coder = coder;
        this.tell = tell;
        this.requireRelink = requireRelink;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var page = next(DueGrantStore.BEFORE_ALL);
        while (page.stream().allMatch(this::look) && page.size() == AT_A_TIME) {
            page = next(page.getLast().tokens().grant());
        }
    }

    private List<Ending> next(UUID after) {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> due.ending(now.plus(config.expiryWarning()), now.plus(LAST_LOOK), after, AT_A_TIME).stream()
                        .map(this::read)
                        .toList());
    }

    private Ending read(Grant grant) {
        var token = open.open(grant.id(), () -> grants.opened(grant).token());
        return new Ending(Tokens.of(grant), token, Objects.requireNonNull(grant.expiresAt()), grant.expiring());
    }

    /** @return false where Coder is away: the others are for the next time */
    private boolean look(Ending ending) {
        return ending.token().map(token -> look(ending, token)).orElse(true);
    }

    private boolean look(Ending ending, CoderToken token) {
        return switch (coder.check(token)) {
            case TokenCheckOutcome.Valid valid -> {
                tell.tell(ending, Objects.requireNonNullElse(valid.expiresAt(), ending.end()));
                yield true;
            }
            case TokenCheckOutcome.Refused _ -> {
                if (requireRelink.of(ending.tokens())) {
                    LOG.infof(
                            "grant needs its user: its token has ended grant=%s",
                            ending.tokens().grant());
                }
                yield true;
            }
            case TokenCheckOutcome.Limited _ -> true;
            case TokenCheckOutcome.Unavailable _ -> false;
        };
    }
}
