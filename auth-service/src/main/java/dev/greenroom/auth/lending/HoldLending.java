package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Holds lending frozen while a revocation is under way. Everything here runs in the caller's transaction. */
@ApplicationScoped
public class HoldLending {
    private final LendingStore lending;
    private final Clock clock;

    HoldLending(LendingStore lending, Clock clock) {
        this.lending = lending;
        this.clock = clock;
    }

    /** Freezes it for this reason, which is recorded as any freeze is; nobody thaws it until it is let go. */
    public void hold(UserRef by, String reason) {
        var now = clock.instant();
        var row = lending.claim();
        var wanted = new LendingRequest(true, reason);
        if (row.change(wanted, by, now)) {
            lending.record(wanted, by, now);
        }
        row.hold(true);
    }

    /** It stays frozen until somebody thaws it. */
    public void letGo() {
        lending.claim().hold(false);
    }
}
