package dev.greenroom.auth.issuer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The services that are known as clients. */
@ApplicationScoped
class Clients {
    private static final Logger LOG = Logger.getLogger(Clients.class);

    private final IssuerConfig config;

    Clients(IssuerConfig config) {
        this.config = config;
    }

    /** The service starts without a client, so that nothing else would say that one is missing. */
    void warnWhereThereIsNone(@Observes StartupEvent start) {
        if (config.clients().isEmpty()) {
            LOG.warn("no client is configured under greenroom.issuer.clients: a service that asks here for a token, as"
                    + " workspace-service does, is answered 401");
        }
    }

    boolean prove(ClientCredentials credentials) {
        return credentials.areProvenBy(
                Optional.ofNullable(config.clients().get(credentials.id())).map(IssuerConfig.Client::secret));
    }
}
