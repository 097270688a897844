package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.state.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code.
 *
 * @param id the part of the code that it is found by
 * @param challenge of PKCE, by S256
 * @param redirectUri as it was sent; null where it was not
 */
record Code(
        String id,
        String hash,
        String appId,
        String userId,
        String challenge,
        @Nullable String redirectUri,
        Instant expiresAt)
        implements Row {}
