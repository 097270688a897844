package dev.greenroom.auth.coder;

import java.time.Instant;

/**
 * What Coder's OAuth2 provider gives: one pair for each user and application. The next pair ends this one at once.
 *
 * @param expiresAt when Coder ends the access token
 */
public record TokenPair(CoderToken accessToken, RefreshToken refreshToken, Instant expiresAt) {}
