package dev.greenroom.quickstart;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Links users of the stand-ins as people would: they log in to Coder, make an API token there, and give it to the
 * gateway with their consent to pre-provisioning.
 */
final class DemoAccounts {
    /** The parts that {@link #link} goes through. */
    static final List<String> NEEDS = List.of("coder", "backstage", "auth-service", "gateway");

    /** Coder takes lifetimes in nanoseconds. */
    private static final long TOKEN_LIFETIME = Duration.ofDays(7).toNanos();

    private final JsonHttp http = new JsonHttp();
    private final URI gateway;
    private final URI backstage;
    private final URI coder;

    DemoAccounts(Plan plan) {
        this.gateway = plan.addresses().url("gateway");
        this.backstage = plan.backstage();
        this.coder = plan.coder();
    }

    /** Links a user of the stand-in Backstage; leaves an account that is linked already as it is. */
    void link(String user) {
        link(user, backstageToken(user));
    }

    void link(String user, String backstageToken) {
        var bearer = Map.of("Authorization", "Bearer " + backstageToken);
        var account = gateway.resolve("/v1/account");
        if (http.get(account, bearer).ok()) {
            return;
        }
        var link = Map.of("apiToken", coderToken(user), "preprovisionConsent", true);
        expectOk("link " + user, http.send("PUT", account, bearer, link));
    }

    /** As Backstage gives it to a user who has signed in. */
    String backstageToken(String user) {
        return expectOk("give a token", http.get(backstage.resolve("/stand-in/tokens/" + user), Map.of()))
                .body()
                .path("token")
                .asText();
    }

    /** An API token that the user made for themselves at Coder. */
    String coderToken(String user) {
        var login = Map.of("email", user + "@example.com", "password", "greenroom-" + user);
        var session = expectOk("log in", http.send("POST", coder.resolve("/api/v2/users/login"), Map.of(), login))
                .body()
                .path("session_token")
                .asText();
        var headers = Map.of("Coder-Session-Token", session);
        var wanted = Map.of("lifetime", TOKEN_LIFETIME);
        return expectOk(
                        "make a token",
                        http.send("POST", coder.resolve("/api/v2/users/me/keys/tokens"), headers, wanted))
                .body()
                .path("key")
                .asText();
    }

    private static JsonHttp.Answer expectOk(String deed, JsonHttp.Answer answer) {
        if (!answer.ok()) {
            throw new Launch.PartFailed("could not " + deed + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
