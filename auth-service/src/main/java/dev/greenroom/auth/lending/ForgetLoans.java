package dev.greenroom.auth.lending;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes the record of loans from longer ago than it is kept. Every replica does, side by side with the others. */
@ApplicationScoped
class ForgetLoans {
    private static final Logger LOG = Logger.getLogger(ForgetLoans.class);

    /** Rows of one transaction: so few that it takes milliseconds, whatever has piled up. */
    static final int STEP = 1_000;

    private final LoanStore loans;
    private final LoansConfig config;
    private final Clock clock;

    ForgetLoans(LoanStore loans, LoansConfig config, Clock clock) {
        this.loans = loans;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void lentLongAgo() {
        var then = clock.instant().minus(config.audit().keep());
        long count = 0;
        int step = STEP;
        while (step == STEP) {
            step = forgetBefore(then);
            count += step;
        }
        if (count > 0) {
            LOG.infof("loans forgotten count=%d", count);
        }
    }

    private int forgetBefore(Instant then) {
        return QuarkusTransaction.requiringNew().call(() -> loans.forgetBefore(then, STEP));
    }
}
