package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a token is lent: a user whose account is linked, or a session that somebody has begun by signing in with
 * Coder, which is nobody's account.
 *
 * @param user null for a session
 * @param linkGeneration null for a session
 * @param sessionId null for a user
 */
record Beneficiary(
        @Nullable UserRef user,
        @Nullable Long linkGeneration,
        @Nullable UUID sessionId) {

    static Beneficiary of(UserRef user, long linkGeneration) {
        return new Beneficiary(user, linkGeneration, null);
    }

    static Beneficiary of(UUID sessionId) {
        return new Beneficiary(null, null, sessionId);
    }
}
