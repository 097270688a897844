package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of their account.
 *
 * @param apiToken made in Coder under Settings, Tokens; absent, only the consent changes
 * @param preprovisionConsent whether workspaces may be created in the user's name with nobody asking; absent, it stays
 *     as it is; where nothing was linked, or another Coder user, it is no
 */
record LinkRequest(@Nullable CoderToken apiToken, @Nullable Boolean preprovisionConsent) {}
