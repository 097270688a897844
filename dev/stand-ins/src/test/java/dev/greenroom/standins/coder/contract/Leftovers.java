package dev.greenroom.standins.coder.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the tests have made, which a real Coder is not to be left with: workspaces are deleted, users suspended. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Coder coder;
    private final String adminToken;
    private final List<String> users = new ArrayList<>();
    private final List<String> apps = new ArrayList<>();

    Leftovers(Coder coder, String adminToken) {
        this.coder = coder;
        this.adminToken = adminToken;
    }

    void addUser(String username) {
        users.add(username);
    }

    void addApp(String id) {
        apps.add(id);
    }

    void tidyUp() {
        apps.forEach(app -> coder.send("DELETE", "/api/v2/oauth2-provider/apps/" + app, adminToken, ""));
        await().atMost(PATIENCE).until(() -> users.stream().allMatch(this::deletesWorkspacesOf));
        users.forEach(user -> coder.send("PUT", "/api/v2/users/" + user + "/status/suspend", adminToken, ""));
    }

    /** Whether each is being deleted; a workspace that is being built has to be asked again. */
    private boolean deletesWorkspacesOf(String user) {
        boolean all = true;
        JsonNode owned =
                coder.get("/api/v2/workspaces?q=owner:" + user, adminToken).body();
        for (JsonNode workspace : owned.get("workspaces")) {
            boolean isGoing = workspace.at("/latest_build/transition").asText().equals("delete");
            all &= isGoing || delete(workspace.get("id").asText());
        }
        return all;
    }

    private boolean delete(String id) {
        return coder.send("POST", "/api/v2/workspaces/" + id + "/builds", adminToken, "{\"transition\":\"delete\"}")
                        .status()
                == 201;
    }
}
