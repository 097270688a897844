package dev.greenroom.quickstart;

import java.net.URI;

/**
 * Greenroom as an OAuth2 application of Coder's.
 *
 * @param callback where Coder sends browsers back to, letter for letter as it is registered
 */
public record CoderApplication(String clientId, String clientSecret, URI callback) {

    @Override
    public String toString() {
        return "CoderApplication[" + clientId + "]";
    }
}
