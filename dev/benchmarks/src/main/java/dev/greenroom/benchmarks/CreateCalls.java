package dev.greenroom.benchmarks;

import dev.greenroom.quickstart.JsonHttp;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When Coder was asked to create which workspace: what it says in {@code created_at}. */
final class CreateCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonHttp http = new JsonHttp();
    private final URI all;
    private final Map<String, String> admin;

    CreateCalls(CoderStandIn coder) {
        this.all = URI.create(coder.url() + "/api/v2/workspaces?limit=0");
        this.admin = Map.of("Coder-Session-Token", coder.tokenFor("admin"));
    }

    /** Waits until as many workspaces with names that begin so are there, and gives the moment of each. */
    Map<String, Instant> await(String prefix, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var created = created(prefix);
            if (created.size() >= count) {
                return created;
            }
            pause();
        }
        throw new IllegalStateException("of " + count + " workspaces " + prefix + "… only "
                + created(prefix).size() + " are there after " + PATIENCE.toSeconds() + " s");
    }

    private Map<String, Instant> created(String prefix) {
        var created = new HashMap<String, Instant>();
        for (var workspace : http.get(all, admin).body().path("workspaces")) {
            var name = workspace.path("name").asText();
            if (name.startsWith(prefix)) {
                created.put(name, Instant.parse(workspace.path("created_at").asText()));
            }
        }
        return created;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
