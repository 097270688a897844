package dev.greenroom.auth.oauth2;

import java.net.URI;
import java.time.Instant;

/**
 * Where a user's browser has to go.
 *
 * @param authorizeUrl Coder's question whether Greenroom may act in the user's name
 * @param expiresAt until when the link has to be finished
 */
record Authorization(URI authorizeUrl, Instant expiresAt) {}
