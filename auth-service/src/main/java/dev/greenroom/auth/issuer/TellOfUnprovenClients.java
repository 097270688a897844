package dev.greenroom.auth.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says that clients ask for tokens and don't prove who they are, once a minute for each, however often they try. What
 * they send is not repeated: the name of one that is not known may be anything, and a secret may be a mistyped one.
 */
@ApplicationScoped
class TellOfUnprovenClients {
    private static final Logger LOG = Logger.getLogger(TellOfUnprovenClients.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final IssuerConfig config;
    private final Clock clock;
    private final ConcurrentHashMap<String, Instant> quietUntil = new ConcurrentHashMap<>();

    TellOfUnprovenClients(IssuerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void tell(ClientCredentials credentials) {
        if (config.clients().containsKey(credentials.id())) {
            tellOnce(
                    credentials.id(),
                    "the service " + credentials.id() + " is given no token: its secret is not"
                            + " greenroom.issuer.clients." + credentials.id() + ".secret");
        } else {
            tellOnce("", "a service is given no token: its client id is not below greenroom.issuer.clients");
        }
    }

    private void tellOnce(String about, String what) {
        var now = clock.instant();
        quietUntil.compute(about, (_, until) -> {
            if (until != null && now.isBefore(until)) {
                return until;
            }
            LOG.warn(what);
            return now.plus(QUIET);
        });
    }
}
