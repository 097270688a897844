package dev.greenroom.auth.issuer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** RFC 6749 section 5.1; {@code expires_in} in seconds. */
record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    @Override
    public String toString() {
        return "TokenAnswer[redacted]";
    }
}
