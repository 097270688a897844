package dev.greenroom.identity;

import dev.greenroom.contracts.UserRef;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/**
 * The Backstage user whose token came with this request. For routes that are {@code @Authenticated} and not below
 * {@code /internal}; who the caller is, is what the token says, and never what a body or another header says.
 */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException where no user's token came with the request: answered with 401 */
    public UserRef user() {
        if (!CallerIdentity.is(CallerKind.USER, identity)) {
            throw new UnauthorizedException();
        }
        return UserRef.parse(identity.getPrincipal().getName());
    }
}
