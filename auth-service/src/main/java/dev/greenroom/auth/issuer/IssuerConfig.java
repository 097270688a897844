package dev.greenroom.auth.issuer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/** Which services get tokens, and for whom. */
@ConfigMapping(prefix = "greenroom.issuer")
interface IssuerConfig {

    /** The services that may ask, by their client ids; a service without a secret here gets no token. */
    Map<String, Client> clients();

    /** For which services tokens are made: the names that they expect in {@code aud}. */
    @WithDefault("auth-service,catalog-sync-service,gateway,workspace-service")
    Set<String> audiences();

    /** A service as a client. */
    interface Client {

        /** What proves the client; long and random, of the deployment's secret store. */
        String secret();
    }
}
