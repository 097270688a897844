package dev.greenroom.auth.lending;

import jakarta.validation.constraints.NotBlank;

/** @param actorToken the service's own token: with the user's alone, nobody gets Coder's (RFC 8693, section 1.1) */
record OnBehalfRequest(@NotBlank String actorToken) {

    @Override
    public String toString() {
        return "OnBehalfRequest[redacted]";
    }
}
