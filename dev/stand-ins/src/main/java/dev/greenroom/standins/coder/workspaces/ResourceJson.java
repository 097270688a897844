package dev.greenroom.standins.coder.workspaces;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What a start build made: a container with an agent that nothing has connected to (recorded: {@code 03-get-succeeded}). */
final class ResourceJson {

    private ResourceJson() {}

    /**
     * @param isLatest whether the build is its workspace's latest, whose agents alone are shown
     */
    static JsonArray of(Build build, boolean isLatest) {
        Instant completed = build.completedAt();
        if (!build.isRunning() || completed == null) {
            return new JsonArray();
        }
        JsonObject resource = new JsonObject()
                .put("id", build.idOf("resource"))
                .put("created_at", completed.toString())
                .put("job_id", build.jobId())
                .put("workspace_transition", "start")
                .put("type", "docker_container")
                .put("name", "workspace")
                .put("hide", false)
                .put("icon", "");
        if (isLatest) {
            resource.put("agents", new JsonArray().add(agent(build, completed)));
        }
        JsonObject image = new JsonObject()
                .put("key", "image")
                .put("value", "mcr.microsoft.com/devcontainers/base")
                .put("sensitive", false);
        return new JsonArray()
                .add(resource.put("metadata", new JsonArray().add(image)).put("daily_cost", 0));
    }

    static String agentId(Build build) {
        return build.idOf("agent");
    }

    private static JsonObject agent(Build build, Instant completed) {
        JsonObject agent = new JsonObject()
                .put("id", agentId(build))
                .putNull("parent_id")
                .put("created_at", completed.toString())
                .put("updated_at", completed.toString())
                .put("status", "connecting")
                .put("lifecycle_state", "created")
                .put("name", "main")
                .put("resource_id", build.idOf("resource"))
                .put("architecture", "amd64")
                .putNull("environment_variables")
                .put("operating_system", "linux")
                .put("logs_length", 0)
                .put("logs_overflowed", false)
                .put("directory", "/workspaces/repo")
                .put("version", "")
                .put("api_version", "")
                .put("apps", new JsonArray().add(docs(build)).add(codeServer(build)))
                .put("connection_timeout_seconds", 0)
                .put("troubleshooting_url", "https://coder.com/docs/admin/templates/troubleshooting");
        return agent.put("subsystems", new JsonArray())
                .put("health", new JsonObject().put("healthy", false).put("reason", "agent has not yet connected"))
                .put("display_apps", new JsonArray(List.of("vscode", "ssh_helper", "web_terminal")))
                .put("log_sources", new JsonArray())
                .put("scripts", new JsonArray())
                .put("startup_script_behavior", "non-blocking");
    }

    private static JsonObject docs(Build build) {
        return new JsonObject()
                .put("id", build.idOf("app docs"))
                .put("url", "https://example.com/docs")
                .put("external", true)
                .put("slug", "docs")
                .put("display_name", "Docs")
                .put("subdomain", false)
                .put("sharing_level", "owner")
                .put("healthcheck", healthcheck("", 0, 0))
                .put("health", "disabled")
                .put("hidden", false)
                .put("open_in", "slim-window")
                .put("statuses", new JsonArray());
    }

    private static JsonObject codeServer(Build build) {
        return new JsonObject()
                .put("id", build.idOf("app code-server"))
                .put("url", "http://localhost:13337/?folder=/workspaces/repo")
                .put("external", false)
                .put("slug", "code-server")
                .put("display_name", "code-server")
                .put("icon", "/icon/code.svg")
                .put("subdomain", false)
                .put("sharing_level", "owner")
                .put("healthcheck", healthcheck("http://localhost:13337/healthz", 5, 6))
                .put("health", "initializing")
                .put("hidden", false)
                .put("open_in", "tab")
                .put("statuses", new JsonArray());
    }

    private static JsonObject healthcheck(String url, int interval, int threshold) {
        return new JsonObject().put("url", url).put("interval", interval).put("threshold", threshold);
    }
}
