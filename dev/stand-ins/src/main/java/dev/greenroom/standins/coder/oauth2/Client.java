package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself at the token and revocation endpoints, in the form or by basic authentication.
 *
 * @param secret null where there is none
 */
record Client(App app, @Nullable String secret) {

    private static final String BASIC = "Basic ";

    static Client of(Exchange exchange, Apps apps) {
        String header = exchange.request().getHeader("Authorization");
        if (header != null && header.startsWith(BASIC)) {
            String[] parts = decode(header.substring(BASIC.length())).split(":", 2);
            return new Client(apps.client(parts[0]), parts.length == 2 ? parts[1] : null);
        }
        String id = exchange.request().getFormAttribute("client_id");
        if (id == null) {
            throw Refusal.oauth2(400, "invalid_request", "Missing client_id parameter");
        }
        return new Client(apps.client(id), exchange.request().getFormAttribute("client_secret"));
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Apps.invalidClient();
        }
    }

    @Override
    public String toString() {
        return "Client[" + app.id() + "]";
    }
}
