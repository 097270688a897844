package dev.greenroom.auth.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Ends the sessions that nobody has refreshed in time, and forgets tokens and codes whose time is over. */
@ApplicationScoped
class EndOverSessions {
    private static final int AT_A_TIME = 100;

    private final SessionStore sessions;
    private final SessionTokenStore tokens;
    private final SignInCodeStore codes;
    private final EndSession end;
    private final Clock clock;

    EndOverSessions(
            SessionStore sessions, SessionTokenStore tokens, SignInCodeStore codes, EndSession end, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.codes = codes;
        this.end = end;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew()
                .call(() -> sessions.over(now, AT_A_TIME))
                .forEach(end::end);
        QuarkusTransaction.requiringNew().run(() -> {
            tokens.deleteOver(now);
            codes.deleteOver(now);
        });
    }
}
