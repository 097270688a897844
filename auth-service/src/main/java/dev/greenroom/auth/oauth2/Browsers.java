package dev.greenroom.auth.oauth2;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** How browsers are sent on: with a code or a state in the address, which nobody may keep or pass on. */
public final class Browsers {
    private static final int FOUND = 302;

    private Browsers() {}

    public static Response goTo(URI where) {
        return Response.status(FOUND)
                .location(where)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
