package dev.greenroom.auth.oauth2;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Forgets attempts whose time is over. What Coder has granted in them, and nobody has linked, is revoked by itself. */
@ApplicationScoped
class EndAttempts {
    private final LinkAttemptStore attempts;
    private final Clock clock;

    EndAttempts(LinkAttemptStore attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "1m")
    @Transactional
    void end() {
        attempts.deleteOver(clock.instant());
    }
}
