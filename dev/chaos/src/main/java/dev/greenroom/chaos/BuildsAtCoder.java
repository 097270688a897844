package dev.greenroom.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.quickstart.JsonHttp;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Coder has in the end: each owner's workspaces by name, and the builds of each, oldest first. */
record BuildsAtCoder(Map<String, Map<String, List<String>>> byOwner) {

    static BuildsAtCoder read(CoderStandIn coder) {
        var http = new JsonHttp();
        var api = URI.create(coder.url() + "/api/v2/");
        var admin = Map.of("Coder-Session-Token", coder.tokenFor("admin"));
        var byOwner = new HashMap<String, Map<String, List<String>>>();
        for (var workspace :
                http.get(api.resolve("workspaces?limit=0"), admin).body().path("workspaces")) {
            var builds = api.resolve("workspaces/" + workspace.path("id").asText() + "/builds?limit=0");
            byOwner.computeIfAbsent(workspace.path("owner_name").asText(), owner -> new HashMap<>())
                    .put(
                            workspace.path("name").asText(),
                            transitions(http.get(builds, admin).body()));
        }
        return new BuildsAtCoder(byOwner);
    }

    private static List<String> transitions(JsonNode newestFirst) {
        var transitions = new ArrayList<String>();
        newestFirst.forEach(build -> transitions.add(build.path("transition").asText()));
        return transitions.reversed();
    }

    Map<String, List<String>> of(String owner) {
        return byOwner.getOrDefault(owner, Map.of());
    }
}
