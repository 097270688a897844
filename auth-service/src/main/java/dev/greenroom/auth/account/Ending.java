package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import java.time.Instant;
import java.util.Optional;

/**
 * A pasted token whose end is near, as it was read.
 *
 * @param token empty where no key opens it
 * @param told whether its users know
 */
record Ending(Tokens tokens, Optional<CoderToken> token, Instant end, boolean told) {

    /** Whether nobody has changed the grant since. */
    boolean isStill(Grant grant) {
        return tokens.equals(Tokens.of(grant))
                && !grant.relinkRequired()
                && told == grant.expiring()
                && end.equals(grant.expiresAt());
    }

    /** Whether its users know nothing yet of what the grant says by now. */
    boolean isNews(Grant grant) {
        return grant.expiring() != told || told && !end.equals(grant.expiresAt());
    }
}
