package dev.greenroom.quickstart;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What people do at the stand-in Coder, with its API: they log in, make API tokens, and register applications. */
final class DemoCoder {
    /** Coder takes lifetimes in nanoseconds. */
    private static final long TOKEN_LIFETIME = Duration.ofDays(7).toNanos();

    private static final String APPLICATIONS = "/api/v2/oauth2-provider/apps";
    /** Only an owner may register applications. */
    private static final String OWNER = "admin";

    private final JsonHttp http = new JsonHttp();
    private final URI coder;

    DemoCoder(URI coder) {
        this.coder = coder;
    }

    /** An API token that the user made for themselves. */
    String newApiToken(String user) {
        var wanted = Map.of("lifetime", TOKEN_LIFETIME);
        return http.send("POST", coder.resolve("/api/v2/users/me/keys/tokens"), session(user), wanted)
                .expectOk("make a token")
                .path("key")
                .asText();
    }

    boolean knows(CoderApplication application) {
        return http.get(coder.resolve(APPLICATIONS + "/" + application.clientId()), session(OWNER))
                .ok();
    }

    CoderApplication register(String name, URI callback) {
        var owner = session(OWNER);
        var wanted = Map.of("name", name, "callback_url", callback.toString(), "icon", "");
        var id = http.send("POST", coder.resolve(APPLICATIONS), owner, wanted)
                .expectOk("register an OAuth2 application")
                .path("id")
                .asText();
        var secret = http.send("POST", coder.resolve(APPLICATIONS + "/" + id + "/secrets"), owner, Map.of())
                .expectOk("make a client secret")
                .path("client_secret_full")
                .asText();
        return new CoderApplication(id, secret, callback);
    }

    private Map<String, String> session(String user) {
        var login = Map.of("email", user + "@example.com", "password", "greenroom-" + user);
        var token = http.send("POST", coder.resolve("/api/v2/users/login"), Map.of(), login)
                .expectOk("log in")
                .path("session_token")
                .asText();
        return Map.of("Coder-Session-Token", token);
    }
}
