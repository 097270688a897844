package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.state.Row;

/**
 * An application that users may let use their account.
 *
 * @param id its client id
 */
record App(String id, String name, String callbackUrl, String icon) implements Row {}
