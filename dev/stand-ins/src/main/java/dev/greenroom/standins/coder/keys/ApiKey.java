package dev.greenroom.standins.coder.keys;

import dev.greenroom.standins.coder.state.Row;
import java.time.Instant;
import java.util.List;

/**
 * What Coder keeps of a token, whatever it was made by.
 *
 * @param id the first part of the token
 * @param secretHash of the second part
 * @param tokenName empty for a session
 */
public record ApiKey(
        String id,
        String userId,
        String secretHash,
        Origin origin,
        String tokenName,
        List<String> scopes,
        long lifetimeSeconds,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsed)
        implements Row {

    public ApiKey {
        scopes = List.copyOf(scopes);
    }

    ApiKey used(Instant now) {
        return new ApiKey(
                id, userId, secretHash, origin, tokenName, scopes, lifetimeSeconds, createdAt, expiresAt, now);
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }

    /** What made a key; Coder's {@code login_type}. */
    public enum Origin {
        PASSWORD("password"),
        TOKEN("token"),
        OAUTH2("oauth2_provider_app");

        private final String loginType;

        Origin(String loginType) {
            this.loginType = loginType;
        }

        String loginType() {
            return loginType;
        }
    }
}
