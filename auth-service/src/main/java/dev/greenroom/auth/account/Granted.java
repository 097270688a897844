package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUser;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant with the token that acts for its Coder user.
 *
 * @param generation of its tokens
 * @param expiresAt when Coder ends the token; null where it didn't say
 * @param refreshable whether there is a refresh token: then one that has run out is followed by another
 */
public record Granted(
        UUID id,
        long generation,
        CoderUser user,
        CoderToken token,
        @Nullable Instant expiresAt,
        boolean refreshable) {}
