package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import java.util.UUID;

/**
 * A linked account with the token that acts for it.
 *
 * @param generation of the grant's tokens
 * @param refreshable whether there is a refresh token: then one that has run out is followed by another
 */
public record Granted(LinkedAccount account, UUID grantId, long generation, CoderToken token, boolean refreshable) {}
