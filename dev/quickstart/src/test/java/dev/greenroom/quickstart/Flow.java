package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The flow from end to end: real processes, a catalog that is edited, and what can be seen at Coder and through the
 * gateway. Each test has entities of its own. Whoever extends it says which Backstage serves the catalog.
 */
abstract class Flow {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonHttp http = new JsonHttp();
    private final Map<String, String> backstageTokens = new HashMap<>();
    private final Map<String, String> coderTokens = new HashMap<>();

    abstract Greenroom greenroom();

    /** The folder of entity files that the catalog reads. */
    abstract Path catalog();

    /** A token of Backstage's for a user of the catalog. */
    abstract String backstageToken(String user);

    @Test
    void anEditedEntityBecomesAWorkspaceWithNobodyAsking() {
        write("lighting", "owner: user:default/jane\n  coder:\n    templateName: devcontainers");
        awaitReady("jane", "lighting");

        write(
                "lighting",
                "owner: user:default/jane\n  coder:\n    templateName: devcontainers\n    preprovision: true");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(statusesAtCoder("jane", "lighting")).containsExactly("running");
            assertThat(entity("jane", "lighting").path("workspaces").elements())
                    .toIterable()
                    .extracting(workspace -> workspace.path("status").asText())
                    .containsExactly("running");
        });
    }

    @Test
    void aRequestedWorkspaceComesUpOnceHoweverOftenItIsAskedFor() {
        write("seating", "owner: user:default/jane\n  coder:\n    templateName: devcontainers");
        awaitReady("jane", "seating");

        var first = create("jane", "seating", "key-seating");
        var again = create("jane", "seating", "key-seating");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        awaitOperation("jane", first, "SUCCEEDED");
        assertThat(statusesAtCoder("jane", "seating")).containsExactly("running");
    }

    @Test
    void aWorkspaceIsStoppedStartedRestartedAndDeletedThroughTheGateway() {
        write("cloakroom", "owner: user:default/jane\n  coder:\n    templateName: devcontainers");
        awaitReady("jane", "cloakroom");
        var created = awaitOperation("jane", create("jane", "cloakroom", "key-cloakroom"), "SUCCEEDED");
        var workspace = "/v1/workspaces/" + created.at("/workspace/id").asText();

        assertThat(statusAfter("POST", workspace + "/stop")).isEqualTo("stopped");
        assertThat(statusAfter("POST", workspace + "/start")).isEqualTo("running");
        assertThat(statusAfter("POST", workspace + "/restart")).isEqualTo("running");
        assertThat(statusesAtCoder("jane", "cloakroom")).containsExactly("running");
        awaitOperation("jane", ask("DELETE", workspace), "SUCCEEDED");

        assertThat(statusesAtCoder("jane", "cloakroom")).isEmpty();
        assertThat(entity("jane", "cloakroom").path("workspaces")).isEmpty();
    }

    /** What the operation says of its workspace once it has succeeded. */
    private String statusAfter(String method, String path) {
        return awaitOperation("jane", ask(method, path), "SUCCEEDED")
                .at("/workspace/status")
                .asText();
    }

    private JsonHttp.Answer ask(String method, String path) {
        return http.send(method, gateway(path), bearer("jane"), Map.of());
    }

    @Test
    void whoHasNoAccountIsToldToLinkOne() {
        write("doors", "owner: user:default/john\n  coder:\n    templateName: devcontainers\n    preprovision: true");
        awaitReady("john", "doors");

        var operation = awaitOperation("john", create("john", "doors", "key-doors"), "FAILED");

        assertThat(operation.path("failure").path("code").asText()).isEqualTo("account-required");
    }

    /** Backstage's admin: nobody else here has an account of theirs. */
    @Test
    void anAccountIsLinkedByCodersConsentAndItsTokenIsLent() {
        write("backline", "owner: user:default/admin\n  coder:\n    templateName: devcontainers");
        awaitReady("admin", "backline");
        var authorization = http.send("POST", gateway("/v1/account/authorize"), bearer("admin"), Map.of());

        var authorizeUrl = URI.create(authorization.body().path("authorizeUrl").asText());
        var code = new ConsentingBrowser("john").consent(authorizeUrl);
        var linked = http.send("POST", gateway("/v1/account/link"), bearer("admin"), Map.of("code", code));

        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.body().path("coderUsername").asText()).isEqualTo("john");
        awaitOperation("admin", create("admin", "backline", "key-backline"), "SUCCEEDED");
        assertThat(statusesAtCoder("john", "backline")).containsExactly("running");
    }

    @Test
    void aBrokenSpecSaysWhatIsWrongWithIt() {
        write("sound", "owner: user:default/jane\n  coder:\n    templateName: devcontainers\n    mode: sometimes");

        await().atMost(PATIENCE).untilAsserted(() -> {
            var entity = entity("jane", "sound");
            assertThat(entity.path("readiness").asText()).isEqualTo("NOT_READY");
            assertThat(entity.path("reasons").findValuesAsText("path")).containsExactly("spec.coder.mode");
        });
    }

    @Test
    void aCommandOutlivesACrashAndIsDoneOnce() {
        write("stage", "owner: user:default/jane\n  coder:\n    templateName: devcontainers");
        awaitReady("jane", "stage");
        buildTime(Duration.ofSeconds(5));
        var createdBefore = createCalls();
        var operation = create("jane", "stage", "key-stage");
        await().atMost(PATIENCE).until(() -> !statusesAtCoder("jane", "stage").isEmpty());

        greenroom().kill("workspace-service");
        greenroom().startAgain("workspace-service");
        buildTime(Duration.ofMillis(100));

        awaitOperation("jane", operation, "SUCCEEDED");
        assertThat(statusesAtCoder("jane", "stage")).containsExactly("running");
        assertThat(createCalls()).isEqualTo(createdBefore + 1);
    }

    @Test
    void aTokenThatCoderNoLongerTakesLeadsToANewLinkSoonAfterItWasRefused() {
        write("curtain", "owner: user:default/admin\n  coder:\n    templateName: devcontainers");
        awaitReady("admin", "curtain");
        greenroom().accounts().link("admin", backstageToken("admin"));
        deleteTokensAtCoder("admin");
        var asked = Instant.now();

        var operation = create("admin", "curtain", "key-curtain");

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> account("admin").path("relinkRequired").asBoolean());
        assertThat(Duration.between(refusedAfter(asked), Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(awaitOperation("admin", operation, "FAILED")
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo("account-required");
    }

    private void awaitReady(String user, String name) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(entity(user, name).path("readiness").asText())
                                .isEqualTo("READY"));
    }

    private JsonNode awaitOperation(String user, JsonHttp.Answer accepted, String status) {
        var uri = gateway("/v1/operations/" + accepted.body().path("id").asText());
        await().atMost(PATIENCE).untilAsserted(() -> {
            var answer = http.get(uri, bearer(user));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("status").asText()).isEqualTo(status);
        });
        return http.get(uri, bearer(user)).body();
    }

    private JsonHttp.Answer create(String user, String name, String key) {
        var headers = new HashMap<>(bearer(user));
        headers.put("Idempotency-Key", key);
        return http.send("POST", gateway("/v1/workspaces"), headers, Map.of("entityRef", "component:default/" + name));
    }

    private JsonNode entity(String user, String name) {
        return http.get(gateway("/v1/entities/component/default/" + name), bearer(user))
                .body();
    }

    private JsonNode account(String user) {
        return http.get(gateway("/v1/account"), bearer(user)).body();
    }

    /** All of a user's tokens but the one that deletes the others. */
    private void deleteTokensAtCoder(String user) {
        var token = greenroom().accounts().coderToken(user);
        var headers = Map.of("Coder-Session-Token", token);
        var keys = greenroom().coder().resolve("/api/v2/users/me/keys/");
        http.get(keys.resolve("tokens"), headers).body().findValuesAsText("id").stream()
                .filter(id -> !token.startsWith(id + "-"))
                .forEach(id -> assertThat(http.send("DELETE", keys.resolve(id), headers, Map.of())
                                .ok())
                        .isTrue());
    }

    /** When Coder refused a token first. */
    private Instant refusedAfter(Instant begin) {
        return StreamSupport.stream(ledger().spliterator(), false)
                .filter(call -> call.path("status").asInt() == 401)
                .map(call -> Instant.parse(call.path("time").asText()))
                .filter(time -> time.isAfter(begin))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode ledger() {
        return http.get(greenroom().coder().resolve("/stand-in/ledger"), Map.of())
                .body();
    }

    /** What Coder itself says, to its own user. */
    private List<String> statusesAtCoder(String user, String name) {
        var token =
                coderTokens.computeIfAbsent(user, who -> greenroom().accounts().coderToken(who));
        var query = "/api/v2/workspaces?q=owner%3Ame%20name%3A" + name;
        var answer = http.get(greenroom().coder().resolve(query), Map.of("Coder-Session-Token", token));
        return answer.body().path("workspaces").findValues("latest_build").stream()
                .map(build -> build.path("status").asText())
                .toList();
    }

    /** How often anybody has asked Coder to create a workspace. */
    private long createCalls() {
        return StreamSupport.stream(ledger().spliterator(), false)
                .filter(call -> call.path("method").asText().equals("POST"))
                .filter(call -> call.path("path").asText().endsWith("/workspaces"))
                .count();
    }

    /** How long the stand-in's builds take from now on. */
    private void buildTime(Duration time) {
        var settings = Map.of("buildMillis", time.toMillis());
        http.send("PATCH", greenroom().coder().resolve("/stand-in/settings"), Map.of(), settings);
    }

    private void write(String name, String spec) {
        var yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %1$s
                  annotations:
                    backstage.io/source-location: url:https://github.com/lantern-tickets/%1$s
                spec:
                  type: service
                  lifecycle: production
                  %2$s
                """.formatted(name, spec);
        try {
            Path folder = Files.createDirectories(catalog().resolve(name));
            Files.writeString(folder.resolve("catalog-info.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> bearer(String user) {
        return Map.of("Authorization", "Bearer " + backstageTokens.computeIfAbsent(user, this::backstageToken));
    }

    private URI gateway(String path) {
        return greenroom().gateway().resolve(path);
    }
}
