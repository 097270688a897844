package dev.greenroom.standins.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.standins.coder.seed.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second start knows of the first. */
class StateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void goesOnWhereTheFirstStopped() throws Exception {
        String token;
        JsonNode created;
        try (CoderStandIn first = start()) {
            first.addUser("mary", "secret of mary");
            token = first.tokenFor("mary");
            created = createWorkspace(new Http(first.url()), token);
        }

        try (CoderStandIn second = start()) {
            JsonNode found = workspaces(new Http(second.url()), token);
            assertThat(found.at("/workspaces/0/id")).isEqualTo(created.get("id"));
            assertThat(found.at("/workspaces/0/owner_name").asText()).isEqualTo("mary");
        }
    }

    @Test
    void finishesTheBuildsThatWereGoingOn() throws Exception {
        String token;
        try (CoderStandIn first = start()) {
            first.buildTime(Duration.ofHours(1));
            token = first.tokenFor("jane");
            Http http = new Http(first.url());
            createWorkspace(http, token);
            await().until(() -> status(http, token).equals("starting"));
        }

        try (CoderStandIn second = start()) {
            Http http = new Http(second.url());
            await().until(() -> status(http, token).equals("running"));
        }
    }

    @Test
    void sowsOnlyOnce() throws Exception {
        String token;
        try (CoderStandIn first = start()) {
            token = first.tokenFor("admin");
        }

        try (CoderStandIn second = start()) {
            JsonNode templates = JSON.readTree(
                    new Http(second.url()).get("/api/v2/templates", token).body());
            assertThat(templates.findValuesAsText("name"))
                    .containsExactly("devcontainers", "failing", "minimal", "required", "slow");
        }
    }

    @Test
    void givesATemplateThatIsThereFurtherVersions() throws Exception {
        try (CoderStandIn coder = start()) {
            String token = coder.tokenFor("admin");
            Http http = new Http(coder.url());
            coder.sow(Seed.parse("templates: [{ name: minimal, versions: [v2], parameters: [{ name: size }] }]"));

            JsonNode templates = JSON.readTree(
                    http.get("/api/v2/templates?q=exact_name:minimal", token).body());
            assertThat(templates).hasSize(1);
            String active = templates.at("/0/active_version_id").asText();
            assertThat(http.get("/api/v2/templateversions/" + active, token).body())
                    .contains("\"v2\"");
            assertThat(http.get("/api/v2/templateversions/" + active + "/rich-parameters", token)
                            .body())
                    .contains("\"size\"");
        }
    }

    @Test
    void leavesOutALineThatWasCutByAKill() throws Exception {
        String token;
        try (CoderStandIn first = start()) {
            token = first.tokenFor("jane");
        }
        Files.writeString(folder.resolve("coder.jsonl"), "{\"kind\":\"user\",\"id\":\"x", StandardOpenOption.APPEND);

        try (CoderStandIn second = start()) {
            assertThat(new Http(second.url()).get("/api/v2/users/me", token).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void forgetsWhatWasRemoved() throws Exception {
        String token;
        try (CoderStandIn first = start()) {
            token = first.tokenFor("jane");
            assertThat(new Http(first.url())
                            .send("POST", "/api/v2/users/logout", token, "")
                            .statusCode())
                    .isEqualTo(200);
        }

        try (CoderStandIn second = start()) {
            assertThat(new Http(second.url()).get("/api/v2/users/me", token).body())
                    .contains("API key is invalid.");
        }
    }

    @Test
    void keepsNoSecretInItsState() throws Exception {
        String token;
        try (CoderStandIn first = start()) {
            first.addUser("mary", "secret-of-mary");
            token = first.tokenFor("mary");
        }

        assertThat(Files.readString(folder.resolve("coder.jsonl")))
                .contains("mary")
                .doesNotContain("secret-of-mary")
                .doesNotContain(token.split("-")[1]);
    }

    private CoderStandIn start() {
        return CoderStandIn.start("127.0.0.1", 0, folder, Seed.recorded());
    }

    private static JsonNode createWorkspace(Http http, String token) throws Exception {
        String id = JSON.readTree(http.get("/api/v2/organizations/default/templates/minimal", token)
                        .body())
                .get("id")
                .asText();
        return JSON.readTree(http.send(
                        "POST",
                        "/api/v2/users/me/workspaces",
                        token,
                        "{\"template_id\":\"" + id + "\",\"name\":\"kept\"}")
                .body());
    }

    private static JsonNode workspaces(Http http, String token) throws Exception {
        return JSON.readTree(http.get("/api/v2/workspaces?q=owner:me", token).body());
    }

    private static String status(Http http, String token) throws Exception {
        return workspaces(http, token).at("/workspaces/0/latest_build/status").asText();
    }
}
