package dev.greenroom.workspace.neighbours;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.steering.Call;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Coder in a person's browser. */
public record CoderOf(CoderStandIn coder, Person person) {

    public List<String> workspaceNames() {
        return call().queryParam("q", "owner:me")
                .get("/api/v2/workspaces")
                .jsonPath()
                .getList("workspaces.name");
    }

    public Map<String, String> parametersOf(String name) {
        var build = workspace(name).getString("latest_build.id");
        Map<String, String> values = new HashMap<>();
        List<Map<String, String>> parameters = call().get("/api/v2/workspacebuilds/" + build + "/parameters")
                .jsonPath()
                .getList("$");
        parameters.forEach(parameter -> values.put(parameter.get("name"), parameter.get("value")));
        return values;
    }

    public io.restassured.path.json.JsonPath workspace(String name) {
        return call().get("/api/v2/users/me/workspace/" + name).jsonPath();
    }

    public void create(String name, String template, String repository) {
        var templateId = call().get("/api/v2/organizations/default/templates/" + template)
                .jsonPath()
                .getString("id");
        call().contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "template_id",
                        templateId,
                        "rich_parameter_values",
                        List.of(Map.of("name", "repo_url", "value", repository))))
                .post("/api/v2/users/me/workspaces")
                .then()
                .statusCode(201);
    }

    /** A workspace that runs, with a repository of its own. */
    public UUID running(String name, String template) {
        create(name, template, "https://github.com/acme/" + name);
        awaitStatus(name, "running");
        return idOf(name);
    }

    /** A workspace that runs under a version that need not be the active one. */
    public UUID runningUnder(String name, String template, String version) {
        var versionId = call().get("/api/v2/organizations/default/templates/" + template + "/versions/" + version)
                .jsonPath()
                .getString("id");
        call().contentType(ContentType.JSON)
                .body(Map.of("name", name, "template_version_id", versionId))
                .post("/api/v2/users/me/workspaces")
                .then()
                .statusCode(201);
        awaitStatus(name, "running");
        return idOf(name);
    }

    public UUID idOf(String name) {
        return UUID.fromString(workspace(name).getString("id"));
    }

    public void awaitStatus(String name, String status) {
        await().until(() -> status.equals(workspace(name).getString("latest_build.status")));
    }

    public void build(String name, String transition) {
        build(idOf(name), transition);
    }

    public void build(UUID id, String transition) {
        call().contentType(ContentType.JSON)
                .body(Map.of("transition", transition))
                .post("/api/v2/workspaces/" + id + "/builds")
                .then()
                .statusCode(201);
    }

    /** The transitions of all builds of a workspace, the oldest first; also of one that was deleted. */
    public List<String> buildsOf(UUID id) {
        return buildsOf(id, "transition");
    }

    /** One field of each of the builds. */
    public List<String> buildsOf(UUID id, String field) {
        return call().queryParam("include_deleted", true)
                .get("/api/v2/workspaces/" + id + "/builds")
                .jsonPath()
                .<String>getList(field)
                .reversed();
    }

    /** What was asked of Coder in this person's name that begins a build of a workspace that is there. */
    public List<Call> buildCalls(UUID id) {
        return calls("POST", "/api/v2/workspaces/" + id + "/builds");
    }

    /** Ends another of this person's tokens, where Greenroom is not told. */
    public void delete(String coderToken) {
        call().delete("/api/v2/users/me/keys/" + coderToken.substring(0, coderToken.indexOf('-')))
                .then()
                .statusCode(204);
    }

    /** The creates that reached Coder in this person's name. */
    public List<Call> creates() {
        return calls("POST", "/api/v2/users/me/workspaces");
    }

    public List<Call> calls(String method, String pathRegex) {
        return coder.ledger().calls(method, pathRegex).stream()
                .filter(call -> person.username().equals(call.user()))
                .toList();
    }

    private RequestSpecification call() {
        return given().baseUri(coder.url()).port(port()).header("Coder-Session-Token", person.coderToken());
    }

    private int port() {
        return java.net.URI.create(coder.url()).getPort();
    }
}
