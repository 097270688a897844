package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.Secret;
import java.time.Instant;

/**
 * A browser on its way through Coder's consent, for a client.
 *
 * @param verifier ours, towards Coder (RFC 7636)
 */
record BegunSignIn(AuthorizationRequest request, Secret verifier, Instant expiresAt) {}
