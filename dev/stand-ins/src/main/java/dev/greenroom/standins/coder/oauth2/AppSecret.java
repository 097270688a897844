package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.state.Row;

/**
 * A client secret, of which an application may have several.
 *
 * @param prefix the part of the secret that it is found by
 * @param shown its last letters
 */
record AppSecret(String id, String appId, String prefix, String hash, String shown) implements Row {}
