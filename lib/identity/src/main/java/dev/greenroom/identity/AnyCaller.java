package dev.greenroom.identity;

import dev.greenroom.contracts.UserRef;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who calls, user or service. For {@code @Authenticated} routes that {@code greenroom.identity.open-to-services} names. */
@RequestScoped
public class AnyCaller {
    private final SecurityIdentity identity;

    AnyCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException where no token came with the request: answered with 401 */
    public TokenHolder holder() {
        if (CallerIdentity.is(CallerKind.SERVICE, identity)) {
            return new TokenHolder.Client(identity.getPrincipal().getName());
        }
        if (CallerIdentity.is(CallerKind.USER, identity)) {
            return new TokenHolder.User(UserRef.parse(identity.getPrincipal().getName()));
        }
        throw new UnauthorizedException();
    }
}
