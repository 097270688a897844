package dev.greenroom.auth.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many accounts have an API token that ends soon: {@code greenroom_accounts_expiring}. All replicas count the same
 * rows, so that their figures are one.
 */
@ApplicationScoped
class ExpiringGauge {
    private final AccountStore accounts;
    private final AtomicLong expiring;

    ExpiringGauge(AccountStore accounts, MeterRegistry meters) {
        this.accounts = accounts;
        this.expiring = meters.gauge("greenroom.accounts.expiring", new AtomicLong());
    }

    @Scheduled(every = "10s", delayed = "5s")
    @Transactional
    void measure() {
        expiring.set(accounts.countExpiring());
    }
}
