package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests and the demo do with the stand-in that nobody could do with a real Backstage. */
class BackstageStandInTest {
    private static final String TICKETING = "/api/catalog/entities/by-name/component/default/ticketing";
    private static final String KEYS = "/api/auth/.well-known/jwks.json";

    @TempDir
    Path folder;

    private BackstageStandIn backstage;

    @BeforeEach
    void start() throws IOException {
        var catalog = Files.createDirectory(folder.resolve("catalog"));
        BackstageUnderTest.writeCatalog(catalog);
        backstage = BackstageStandIn.start(catalog, folder.resolve("state"), "static-token");
    }

    @AfterEach
    void stop() {
        backstage.close();
    }

    @Test
    void failsAsOftenAsItWasAskedTo() {
        backstage.faults().set(Fault.failing(503).times(2));

        assertThat(read(TICKETING).statusCode()).isEqualTo(503);
        assertThat(read(TICKETING).statusCode()).isEqualTo(503);
        assertThat(read(TICKETING).statusCode()).isEqualTo(200);
    }

    @Test
    void failsWhereItWasAskedToAndUntilItIsCleared() {
        backstage.faults().set(Fault.failing(500).on("/api/auth"));

        assertThat(read(KEYS).statusCode()).isEqualTo(500);
        assertThat(read(TICKETING).statusCode()).isEqualTo(200);
        backstage.faults().clear();
        assertThat(read(KEYS).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenToComeBack() {
        backstage.faults().set(Fault.tooManyRequests(Duration.ofSeconds(7)));

        var refused = read(TICKETING);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void answersLate() {
        backstage.faults().set(Fault.slow(Duration.ofMillis(300)).times(1));
        long start = System.nanoTime();

        var answer = read(TICKETING);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void hangsUp() {
        backstage.faults().set(Fault.resetting());

        assertThatThrownBy(() -> new BackstageHttp(backstage.url()).get("static-token", TICKETING))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void forgetsItsCursors() {
        var query = "/api/catalog/entities/by-query?limit=1";
        var cursor = read(query).path("pageInfo.nextCursor");
        backstage.faults().set(Fault.expiredCursors());

        assertThat(read(query + "&cursor=" + cursor).statusCode()).isEqualTo(400);
        assertThat(read(query).statusCode()).isEqualTo(200);
    }

    @Test
    void comesBackWithTheSameKeysAndUidsOnTheSamePort() {
        var uid = read(TICKETING).<String>path("metadata.uid");
        var keys = read(KEYS).body().asString();
        backstage.stop();
        assertThatThrownBy(() -> new BackstageHttp(backstage.url()).get("", KEYS))
                .isInstanceOf(UncheckedIOException.class);

        backstage.startAgain();

        assertThat(read(TICKETING).<String>path("metadata.uid")).isEqualTo(uid);
        assertThat(read(KEYS).body().asString()).isEqualTo(keys);
    }

    @Test
    void countsWhatItIsAsked() {
        read(KEYS);
        read(KEYS);
        read(TICKETING);

        assertThat(backstage.requests().count("GET " + KEYS)).isEqualTo(2);
        assertThat(backstage.requests().all()).hasSize(3).last().isEqualTo("GET " + TICKETING);
        backstage.requests().clear();
        assertThat(backstage.requests().all()).isEmpty();
    }

    @Test
    void givesATokenToAUserOfTheCatalogByName() {
        var token = read("/stand-in/tokens/jane");

        var userinfo = new BackstageHttp(backstage.url()).get(token.path("token"), "/api/auth/v1/userinfo");

        assertThat(userinfo.body().at("/claims/sub").asText()).isEqualTo("user:default/jane");
        assertThat(token.<String>path("expiresAt")).endsWith("Z");
        assertThat(read("/stand-in/tokens/user:default%2Fjane").statusCode()).isEqualTo(200);
        assertThat(read("/stand-in/tokens/jan").statusCode()).isEqualTo(404);
    }

    @Test
    void takesFaultsFromOutside() throws Exception {
        var fault = new ObjectMapper().writeValueAsString(Map.of("path", "/api/catalog", "status", 502));

        assertThat(ask().body(fault).put("/stand-in/faults").statusCode()).isEqualTo(204);

        assertThat(read(TICKETING).statusCode()).isEqualTo(502);
        assertThat(ask().delete("/stand-in/faults").statusCode()).isEqualTo(204);
        assertThat(read(TICKETING).statusCode()).isEqualTo(200);
        assertThat(ask().body("{\"sttaus\": 1}").put("/stand-in/faults").statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesDenialsFromOutside() {
        var http = new BackstageHttp(backstage.url());
        var jane = backstage.tokenFor("user:default/jane").mint();
        var denial = "{\"user\": \"user:default/jane\", \"entity\": \"component:default/ticketing\"}";

        assertThat(ask().body(denial).post("/stand-in/denials").statusCode()).isEqualTo(204);

        assertThat(http.get(jane, TICKETING).status()).isEqualTo(404);
        assertThat(ask().delete("/stand-in/denials").statusCode()).isEqualTo(204);
        assertThat(http.get(jane, TICKETING).status()).isEqualTo(200);
    }

    @Test
    void acceptsTheTokensOfAnEarlierKeyUntilItIsForgotten() {
        var http = new BackstageHttp(backstage.url());
        var token = backstage.tokenFor("user:default/jane").mint();

        assertThat(ask().post("/stand-in/keys").statusCode()).isEqualTo(204);

        assertThat(read(KEYS).<List<?>>path("keys")).hasSize(2);
        assertThat(http.get(token, TICKETING).status()).isEqualTo(200);
        backstage.keys().forgetEarlier();
        assertThat(http.get(token, TICKETING).status()).isEqualTo(401);
    }

    private Response read(String path) {
        return ask().header("Authorization", "Bearer static-token").get(path);
    }

    private RequestSpecification ask() {
        return RestAssured.given()
                .baseUri(backstage.url().toString())
                .urlEncodingEnabled(false)
                .contentType("application/json");
    }
}
