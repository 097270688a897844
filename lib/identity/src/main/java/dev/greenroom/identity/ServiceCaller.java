package dev.greenroom.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The Greenroom service whose token came with this request. For {@code @Authenticated} routes below {@code /internal}. */
@RequestScoped
public class ServiceCaller {
    private final SecurityIdentity identity;

    ServiceCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The service's name, as its client id at the issuer.
     *
     * @throws UnauthorizedException where no service's token came with the request: answered with 401
     */
    public String service() {
        if (!CallerIdentity.is(CallerKind.SERVICE, identity)) {
            throw new UnauthorizedException();
        }
        return identity.getPrincipal().getName();
    }
}
