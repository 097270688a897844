package dev.greenroom.auth.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends the sessions that nobody has refreshed in time, and those of clients that are known no more; forgets tokens and
 * codes whose time is over.
 */
@ApplicationScoped
class EndOverSessions {
    private static final Logger LOG = Logger.getLogger(EndOverSessions.class);
    private static final int AT_A_TIME = 100;

    private final SessionStore sessions;
    private final SessionTokenStore tokens;
    private final SignInCodeStore codes;
    private final SignInClients clients;
    private final EndSession end;
    private final Clock clock;

    EndOverSessions(
            SessionStore sessions,
            SessionTokenStore tokens,
            SignInCodeStore codes,
            SignInClients clients,
            EndSession end,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.codes = codes;
        this.clients = clients;
        this.end = end;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var now = clock.instant();
        long ended = AT_A_TIME;
        while (ended == AT_A_TIME) {
            ended = over(now).stream().filter(this::end).count();
        }
        QuarkusTransaction.requiringNew().run(() -> codes.deleteOver(now));
        int deleted = AT_A_TIME;
        while (deleted == AT_A_TIME) {
            deleted = QuarkusTransaction.requiringNew().call(() -> tokens.deleteOver(now, AT_A_TIME));
        }
    }

    private List<UUID> over(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> sessions.over(now, clients.ids(), AT_A_TIME));
    }

    /** One that fails keeps no other from its end. */
    private boolean end(UUID session) {
        try {
            end.end(session);
            return true;
        } catch (RuntimeException e) {
            LOG.errorf("session not ended session=%s cause=%s", session, e);
            return false;
        }
    }
}
