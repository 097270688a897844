package dev.greenroom.catalogsync.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether this replica is the one that polls. Used by the polling thread only. */
@ApplicationScoped
public class Leadership {
    private static final Logger LOG = Logger.getLogger(Leadership.class);

    private final LeaseStore store;
    private final String deployment;
    private final Duration time;
    private @Nullable Lease lease;

    Leadership(LeaseStore store, LeaseConfig config, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.store = store;
        this.deployment = deployment;
        this.time = config.time();
    }

    /** The lease, renewed or newly taken; empty while another replica has it. */
    public Optional<Lease> lead() {
        if (lease != null && store.renew(lease, time)) {
            return Optional.of(lease);
        }
        var epoch = store.take(deployment, time);
        lease = epoch.isPresent() ? new Lease(deployment, epoch.getAsLong()) : null;
        if (lease != null) {
            LOG.infof("polling the catalog: deployment=%s epoch=%d", deployment, lease.epoch());
        }
        return Optional.ofNullable(lease);
    }

    /** The lease that this replica had last; whether it still has it shows when it is used. */
    public Optional<Lease> current() {
        return Optional.ofNullable(lease);
    }

    /** Hands over: whoever asks next may lead. */
    public void resign() {
        if (lease != null) {
            store.renew(lease, Duration.ZERO);
            lease = null;
        }
    }
}
