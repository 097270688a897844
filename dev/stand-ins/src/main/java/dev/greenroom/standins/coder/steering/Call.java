package dev.greenroom.standins.coder.steering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as the ledger has it.
 *
 * @param time when it was answered
 * @param query as sent, but for tokens; null without one
 * @param user the caller's name; null without a valid token
 * @param status what Coder answered, whether or not the answer was let through; 0 where the call had no effect
 *     because its connection was closed before
 * @param answered whether the caller got that answer
 */
public record Call(
        Instant time,
        String method,
        String path,
        @Nullable String query,
        @Nullable String user,
        int status,
        boolean answered) {}
