package dev.greenroom.auth.lending;

import jakarta.validation.constraints.NotBlank;

/**
 * In exchange for what the gateway wants a token.
 *
 * @param token what a caller brought to the gateway: the access token of a session
 */
record ExchangeRequest(@NotBlank String token) {

    @Override
    public String toString() {
        return "ExchangeRequest[redacted]";
    }
}
