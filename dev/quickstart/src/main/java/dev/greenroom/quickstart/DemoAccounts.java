package dev.greenroom.quickstart;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Links users of the stand-ins as people would: they log in to Coder, make an API token there, and give it to the
 * gateway with their consent to pre-provisioning.
 */
final class DemoAccounts {
    /** The parts that {@link #link} goes through. */
    static final List<String> NEEDS = List.of("coder", "backstage", "auth-service", "gateway");

    private static final Duration LEAST_REST = Duration.ofDays(1);

    private final JsonHttp http = new JsonHttp();
    private final URI gateway;
    private final URI backstage;
    private final DemoCoder coder;

    DemoAccounts(Plan plan) {
        this(plan.addresses().url("gateway"), plan.backstage(), plan.coder());
    }

    DemoAccounts(URI gateway, URI backstage, URI coder) {
        this.gateway = gateway;
        this.backstage = backstage;
        this.coder = new DemoCoder(coder);
    }

    /**
     * Links a user of the stand-in Backstage. An account that is linked already keeps its consent, and gets a new token
     * where its own ends soon: data is kept for longer than a token lives.
     */
    void link(String user) {
        link(user, backstageToken(user));
    }

    void link(String user, String backstageToken) {
        var bearer = Map.of("Authorization", "Bearer " + backstageToken);
        var account = gateway.resolve("/v1/account");
        var known = http.get(account, bearer);
        if (known.ok() && lastsForNow(known)) {
            return;
        }
        var token = coderToken(user);
        var link = known.ok() ? Map.of("apiToken", token) : Map.of("apiToken", token, "preprovisionConsent", true);
        http.send("PUT", account, bearer, link).expectOk("link " + user);
    }

    private static boolean lastsForNow(JsonHttp.Answer account) {
        var end = account.body().path("expiresAt");
        return !end.isTextual()
                || Instant.parse(end.asText()).isAfter(Instant.now().plus(LEAST_REST));
    }

    /** As Backstage gives it to a user who has signed in. */
    String backstageToken(String user) {
        return http.get(backstage.resolve("/stand-in/tokens/" + user), Map.of())
                .expectOk("give a token")
                .path("token")
                .asText();
    }

    /** An API token that the user made for themselves at Coder. */
    String coderToken(String user) {
        return coder.newApiToken(user);
    }
}
