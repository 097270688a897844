package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.AccountStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks once at each start for what consenting users are due: the operator's policy may allow today what it did not
 * allow when their configurations and accounts came. What was carried out already stays as it is.
 */
@ApplicationScoped
class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final int AT_A_TIME = 50;

    private final PreprovisionPolicy policy;
    private final AccountStore accounts;
    private final Preprovision preprovision;
    private final String deployment;

    CatchUp(
            PreprovisionPolicy policy,
            AccountStore accounts,
            Preprovision preprovision,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.policy = policy;
        this.accounts = accounts;
        this.preprovision = preprovision;
        this.deployment = deployment;
    }

    void start(@Observes StartupEvent started) {
        if (policy.enabled()) {
            Thread.ofVirtual().name("preprovision-catch-up").start(this::run);
        }
    }

    void run() {
        try {
            var some = after("");
            while (!some.isEmpty()) {
                some = after(some.getLast().toString());
            }
        } catch (RuntimeException e) {
            LOG.warnf("not all that is due was looked for; the next start, and each change, looks again cause=%s", e);
        }
    }

    private List<UserRef> after(String user) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var users = accounts.consentingAfter(deployment, user, AT_A_TIME);
            preprovision.catchUp(deployment, users);
            return users;
        });
    }
}
