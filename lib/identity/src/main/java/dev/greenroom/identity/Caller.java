package dev.greenroom.identity;

import dev.greenroom.contracts.UserRef;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;

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
        return UserRef.parse(proven().getPrincipal().getName());
    }

    /**
     * When the token ends. What outlives the request, a stream of events, ends then too.
     *
     * @throws UnauthorizedException as with {@link #user()}
     */
    public Instant expiresAt() {
        return CallerIdentity.expiryOf(proven()).orElseThrow(UnauthorizedException::new);
    }

    private SecurityIdentity proven() {
        if (!CallerIdentity.is(CallerKind.USER, identity)) {
            throw new UnauthorizedException();
        }
        return identity;
    }
}
