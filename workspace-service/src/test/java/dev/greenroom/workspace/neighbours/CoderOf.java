package dev.greenroom.workspace.neighbours;

import static io.restassured.RestAssured.given;

import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.steering.Call;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    public void build(String name, String transition) {
        call().contentType(ContentType.JSON)
                .body(Map.of("transition", transition))
                .post("/api/v2/workspaces/" + workspace(name).getString("id") + "/builds")
                .then()
                .statusCode(201);
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
