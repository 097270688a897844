package dev.greenroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Refuses what can't be a token for us before its signature is looked at, which costs some 0.5 ms: 2,000 forgeries a
 * second would fill a core. What passes here is not proven.
 */
@ApplicationScoped
class PlausibleTokens {
    private static final String ALGORITHM = "ES256";

    private final Issuers issuers;
    private final Clock clock = Clock.systemUTC();

    PlausibleTokens(Issuers issuers) {
        this.issuers = issuers;
    }

    /** The issuer that the token says it is of; empty where it can't be, or not for such a caller. */
    Optional<Issuer> issuerOf(CallerKind kind, String token) {
        return TokenOutline.read(token)
                .filter(outline -> outline.keyId() != null && ALGORITHM.equals(outline.algorithm()))
                .filter(outline -> kind.type().equals(outline.type()))
                .filter(outline -> outline.expiresAt() + TokenRules.GRACE_SECONDS
                        > clock.instant().getEpochSecond())
                .flatMap(outline -> issuers.find(outline.issuer()))
                .filter(issuer -> issuer.callers() == kind);
    }
}
