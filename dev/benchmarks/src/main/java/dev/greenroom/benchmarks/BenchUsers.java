package dev.greenroom.benchmarks;

import dev.greenroom.quickstart.Greenroom;
import dev.greenroom.quickstart.JsonHttp;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The owners with their tokens, as they call the gateway. */
final class BenchUsers {
    private final JsonHttp http = new JsonHttp();
    private final Greenroom greenroom;
    private final CoderStandIn coder;
    private final Map<String, Map<String, String>> bearers = new HashMap<>();

    BenchUsers(Greenroom greenroom, CoderStandIn coder) {
        this.greenroom = greenroom;
        this.coder = coder;
    }

    void link(List<String> owners) {
        for (var owner : owners) {
            var uri = URI.create(greenroom.backstage() + "/stand-in/tokens/" + owner);
            var token = http.get(uri, Map.of()).body().path("token").asText();
            bearers.put(owner, Map.of("Authorization", "Bearer " + token));
            var link = Map.of("apiToken", coder.tokenFor(owner), "preprovisionConsent", true);
            expect(200, send("PUT", "/v1/account", owner, link));
        }
    }

    void create(String owner, String name) {
        var body = Map.of("entityRef", "component:default/" + owner, "name", name);
        expect(202, send("POST", "/v1/workspaces", owner, body));
    }

    private JsonHttp.Answer send(String method, String path, String owner, Object body) {
        return http.send(method, greenroom.gateway().resolve(path), bearers.getOrDefault(owner, Map.of()), body);
    }

    private static void expect(int status, JsonHttp.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("expected " + status + ", got " + answer.status() + " " + answer.body());
        }
    }
}
