package dev.greenroom.standins.backstage.tokens;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Mints users' tokens as the auth plugin does, and, for tests, tokens that are wrong in one way. */
public final class TokenMint {
    /** How long Backstage's tokens are good. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final SigningKeys keys;
    private final URI issuer;
    private final Clock clock;

    /** @param issuer {@code {baseUrl}/api/auth} */
    public TokenMint(SigningKeys keys, URI issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * A token that Backstage would give to this user, to be minted as it is or made wrong first.
     *
     * @param userRef {@code user:namespace/name}; whether the catalog knows them is not asked
     */
    public TokenDraft tokenFor(String userRef) {
        return new TokenDraft(keys.current(), issuer, userRef, clock.instant());
    }
}
