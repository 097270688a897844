package dev.greenroom.auth.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.auth.coder.CoderToken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that a service may use for one piece of work, and must not keep.
 *
 * @param loanId by which the borrower reports that Coder refused the token
 * @param expiresAt when Coder ends it; null where Coder didn't say
 * @param linkGeneration work ordered under another generation is not to be done with it; null for a session, which no
 *     work is ordered under
 */
record Loan(
        long loanId,
        CoderToken accessToken,
        @Nullable Instant expiresAt,
        UUID coderUserId,
        String coderUsername,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long linkGeneration) {}
