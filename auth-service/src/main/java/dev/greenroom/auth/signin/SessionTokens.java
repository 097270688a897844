package dev.greenroom.auth.signin;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a client gets (RFC 6749, section 5.1), as Coder answers it (recording 02-oauth2/40); {@code expires_in} in seconds. */
record SessionTokens(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") String refreshToken) {

    @Override
    public String toString() {
        return "SessionTokens[redacted]";
    }
}
