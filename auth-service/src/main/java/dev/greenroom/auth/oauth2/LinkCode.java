package dev.greenroom.auth.oauth2;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What finishes a link.
 *
 * @param code as the callback gave it to the browser
 * @param preprovisionConsent whether workspaces may be created in the user's name with nobody asking; absent, it stays
 *     as it is; where nothing was linked, or another Coder user, it is no
 */
record LinkCode(
        @NotBlank(message = "must be given") @Size(max = 100, message = "is no code of ours") String code,

        @Nullable Boolean preprovisionConsent) {

    @Override
    public String toString() {
        return "LinkCode[redacted]";
    }
}
