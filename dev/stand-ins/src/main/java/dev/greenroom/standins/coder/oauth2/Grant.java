package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.state.Row;
import java.time.Instant;

/**
 * A pair of tokens. There is at most one for a user and an application.
 *
 * @param id the part of the refresh token that it is found by
 * @param keyId of the API key that the access token is
 * @param secretId of the client secret that it was got with, with which it dies
 */
record Grant(String id, String hash, String keyId, String appId, String secretId, String userId, Instant expiresAt)
        implements Row {}
