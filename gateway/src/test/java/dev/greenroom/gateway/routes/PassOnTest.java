package dev.greenroom.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.RawHttp;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Answer;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Seen;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class PassOnTest {
    BackstageStandIn backstage;
    Neighbours neighbours;

    private TestUser jane;

    @BeforeEach
    void services() {
        neighbours.reset();
        jane = TestUser.another(backstage);
    }

    @Test
    void passesAWriteOfTheAccountToAuthServiceAndItsAnswerBack() {
        neighbours.authService().answer(200, "{\"coderUsername\": \"jane\"}");

        jane.asks()
                .contentType(ContentType.JSON)
                .body("{\"apiToken\": \"abc\"}")
                .put("/v1/account")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("coderUsername", equalTo("jane"));

        var seen = neighbours.authService().seen().getFirst();
        assertThat(seen.method()).isEqualTo("PUT");
        assertThat(seen.uri()).isEqualTo("/v1/account");
        assertThat(seen.body()).isEqualTo("{\"apiToken\": \"abc\"}");
        assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());
    }

    @Test
    void passesAnAdminsWordOnLendingToAuthServiceWhichKnowsTheAdmins() {
        neighbours
                .authService()
                .answer(asked -> new Answer(403, MultiMap.caseInsensitiveMultiMap(), "{\"code\":\"forbidden\"}")
                        .with("Content-Type", "application/problem+json"));

        jane.asks()
                .contentType(ContentType.JSON)
                .body("{\"frozen\": true, \"reason\": \"a drill\"}")
                .put("/v1/admin/lending")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));

        var seen = neighbours.authService().seen().getFirst();
        assertThat(seen.method()).isEqualTo("PUT");
        assertThat(seen.uri()).isEqualTo("/v1/admin/lending");
        assertThat(seen.body()).isEqualTo("{\"frozen\": true, \"reason\": \"a drill\"}");
        assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());
    }

    @Test
    void passesAnAdminsWordToRevokeEverythingToAuthService() {
        neighbours.authService().answer(202, "{\"underWay\": true}");

        jane.asks()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"a drill\"}")
                .post("/v1/admin/revocation")
                .then()
                .statusCode(202)
                .body("underWay", equalTo(true));

        var seen = neighbours.authService().seen().getFirst();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.uri()).isEqualTo("/v1/admin/revocation");
        assertThat(seen.body()).isEqualTo("{\"reason\": \"a drill\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/catalog/refresh     | {\"entityRefs\": [\"component:default/pay\"]}",
                "/v1/catalog/refresh     | {}",
                "/v1/catalog/withdrawals | {\"upTo\": 512}"
            })
    void passesAnAdminsWordOnTheCatalogToCatalogSyncServiceAndItsAnswerBack(String path, String body) {
        neighbours.catalogSync().answer(asked -> Answer.of(202, ""));
        jane.asks().contentType(ContentType.JSON).body(body).post(path).then().statusCode(202);

        var seen = neighbours.catalogSync().seen().getFirst();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.uri()).isEqualTo(path);
        assertThat(seen.body()).isEqualTo(body);
        assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());

        neighbours
                .catalogSync()
                .answer(asked -> new Answer(403, MultiMap.caseInsensitiveMultiMap(), "{\"code\":\"forbidden\"}")
                        .with("Content-Type", "application/problem+json"));
        jane.asks()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void passesAnOperatorsQuestionsAndWishesAboutCommandsToWorkspaceService() {
        neighbours.workspaceService().answer(200, "{\"items\": []}");
        jane.asks().get("/v1/admin/commands?state=FAILED&limit=2").then().statusCode(200);
        neighbours.workspaceService().answer(202, "");
        jane.asks()
                .post("/v1/admin/commands/1F0E3DAD-9990-4345-B743-9F8F9F8F9F8F/retry")
                .then()
                .statusCode(202);
        jane.asks().post("/v1/admin/commands/none/retry").then().statusCode(404);
        jane.asks().get("/v1/admin/dead-letters/coder-configs?limit=2").then().statusCode(202);
        jane.asks()
                .post("/v1/admin/dead-letters/workspace-commands/17/replay")
                .then()
                .statusCode(202);
        jane.asks()
                .post("/v1/admin/dead-letters/workspace-commands/x/replay")
                .then()
                .statusCode(404);
        jane.asks().get("/v1/admin/dead-letters/Workspace.events").then().statusCode(404);

        assertThat(neighbours.workspaceService().seen())
                .extracting(Seen::uri)
                .containsExactly(
                        "/v1/admin/commands?state=FAILED&limit=2",
                        "/v1/admin/commands/1f0e3dad-9990-4345-b743-9f8f9f8f9f8f/retry",
                        "/v1/admin/dead-letters/coder-configs?limit=2",
                        "/v1/admin/dead-letters/workspace-commands/17/replay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/catalog/problems", "/v1/catalog/withdrawals"})
    void passesTheQuestionWhichEntitiesCanNotBeUsedOrAreMissingOn(String path) {
        neighbours.catalogSync().answer(200, "{\"items\": []}");

        jane.asks()
                .urlEncodingEnabled(false)
                .get(path + "?limit=2&cursor=component:default/pay")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));

        var seen = neighbours.catalogSync().seen().getFirst();
        assertThat(seen.uri()).isEqualTo(path + "?limit=2&cursor=component:default/pay");
        assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());
    }

    @Test
    void asksAuthServiceNothingAboutLendingForWhomNobodyProves() {
        RestAssured.given().get("/v1/admin/lending").then().statusCode(401);
        RestAssured.given().post("/v1/admin/revocation").then().statusCode(401);

        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @Test
    void passesAnAnswerWithoutABodyBack() {
        neighbours.authService().answer(asked -> Answer.of(204, ""));

        jane.asks().delete("/v1/account").then().statusCode(204);

        assertThat(neighbours.authService().seen().getFirst().method()).isEqualTo("DELETE");
    }

    @Test
    void passesAServicesProblemBackAsItIs() {
        neighbours
                .authService()
                .answer(asked -> new Answer(
                                404, MultiMap.caseInsensitiveMultiMap(), "{\"code\":\"account-not-linked\"}")
                        .with("Content-Type", "application/problem+json"));

        jane.asks()
                .get("/v1/account")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("account-not-linked"));
    }

    @Test
    void passesTheQueryOnAsItCame() {
        neighbours.catalogSync().answer(200, "{}");

        jane.asks()
                .urlEncodingEnabled(false)
                .get("/v1/catalog?a=%2F..%2F&b=c+d&b=e")
                .then()
                .statusCode(200);

        assertThat(neighbours.catalogSync().seen().getFirst().uri()).isEqualTo("/v1/catalog?a=%2F..%2F&b=c+d&b=e");
    }

    @Test
    void passesOnlyTheHeadersThatItKnows() {
        neighbours.authService().answer(200, "{}");

        jane.asks()
                .header("Connection", "close, X-Secret")
                .header("X-Secret", "1")
                .header("Keep-Alive", "timeout=5")
                .header("Proxy-Authorization", "Basic x")
                .header("Proxy-Connection", "close")
                .header("TE", "trailers")
                .header("Cookie", "a=b")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example.com")
                .header("X-Forwarded-Prefix", "/x")
                .header("X-Original-URL", "/internal")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Coder-Session-Token", "abc")
                .header("Idempotency-Key", "k")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/v1/account")
                .then()
                .statusCode(200);

        var headers = neighbours.authService().seen().getFirst().headers();
        assertThat(headers.names().stream().map(String::toLowerCase).toList())
                .containsExactlyInAnyOrder(
                        "host",
                        "authorization",
                        "accept",
                        "idempotency-key",
                        "traceparent",
                        "x-forwarded-for",
                        "x-forwarded-proto",
                        "x-forwarded-host");
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Host")).startsWith("localhost:");
    }

    @Test
    void passesBackOnlyTheHeadersThatItKnows() {
        neighbours
                .authService()
                .answer(asked -> Answer.of(200, "{}")
                        .with("Set-Cookie", "a=b")
                        .with("Server", "secret/1.0")
                        .with("Keep-Alive", "timeout=5")
                        .with("Proxy-Authenticate", "Basic")
                        .with("Connection", "X-Secret")
                        .with("X-Secret", "1")
                        .with("Cache-Control", "public")
                        .with("Access-Control-Allow-Origin", "*")
                        .with("Location", "/v1/x"));

        var headers =
                jane.asks().get("/v1/account").then().statusCode(200).extract().headers();

        assertThat(headers.asList().stream().map(header -> header.getName().toLowerCase()))
                .doesNotContain(
                        "set-cookie",
                        "server",
                        "keep-alive",
                        "proxy-authenticate",
                        "connection",
                        "x-secret",
                        "access-control-allow-origin");
        assertThat(headers.getValue("Location")).isEqualTo("/v1/x");
        assertThat(headers.getValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.getValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,/v1/workspaces,'GET, HEAD, POST'",
        "DELETE,/v1/workspaces,'GET, HEAD, POST'",
        "POST,/v1/account,'DELETE, GET, HEAD, PUT'",
        "DELETE,/v1/admin/lending,'GET, HEAD, PUT'",
        "PUT,/v1/admin/revocation,'GET, HEAD, POST'",
        "PUT,/v1/entities/component/default/shop,'GET, HEAD'",
        "DELETE,/v1/catalog,'GET, HEAD'",
        "GET,/v1/catalog/refresh,POST",
        "POST,/v1/catalog/problems,'GET, HEAD'",
        "PUT,/v1/catalog/withdrawals,'GET, HEAD, POST'",
        "POST,/v1/admin/commands,'GET, HEAD'",
        "GET,/v1/admin/commands/x/retry,POST"
    })
    void refusesMethodsThatThePathDoesNotTake(String method, String path, String allowed) {
        jane.asks()
                .request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", allowed)
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        neighbours.authService().answer(200, "{}");

        jane.asks().head("/v1/account").then().statusCode(200);

        assertThat(neighbours.authService().seen().getFirst().method()).isEqualTo("HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/workspaces", "/v1/account", "/v1/catalog", "/v1/catalog/problems"})
    void saysThatAPartIsAwayAndWhenToComeBack(String path) {
        neighbours.workspaceService().stop();
        neighbours.authService().stop();
        neighbours.catalogSync().stop();

        jane.asks()
                .get(path)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("code", equalTo("service-unavailable"))
                .body("instance", equalTo(path))
                .body("detail", equalTo("A part of Greenroom that this needs is away; try again later."));
    }

    @Test
    void saysThatAPartIsAwayWhenItDoesNotAnswer() {
        neighbours.authService().answer(asked -> Answer.SILENCE);

        var started = System.nanoTime();
        jane.asks().get("/v1/account").then().statusCode(503).header("Retry-After", "2");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 504, 599})
    void hidesAServicesFailure(int status) {
        neighbours.authService().answer(status, "{\"stack\": \"at dev.greenroom…\"}");

        jane.asks()
                .get("/v1/account")
                .then()
                .statusCode(503)
                .body("code", equalTo("service-unavailable"))
                .body("stack", nullValue());
    }

    @Test
    void passesAServicesOwnWordOnWhenToComeBack() {
        neighbours
                .authService()
                .answer(asked -> Answer.of(503, "{\"code\": \"coder-away\"}").with("Retry-After", "7"));

        jane.asks()
                .get("/v1/account")
                .then()
                .statusCode(503)
                .header("Retry-After", "7")
                .body("code", equalTo("coder-away"));
    }

    @Test
    void repeatsAReadWhoseConnectionWasClosed() {
        var calls = new AtomicInteger();
        neighbours.authService().answer(asked -> calls.getAndIncrement() == 0 ? Answer.RESET : Answer.of(200, "{}"));

        jane.asks().get("/v1/account").then().statusCode(200);

        assertThat(calls).hasValue(2);
    }

    @Test
    void doesNotRepeatAWriteWhoseConnectionWasClosed() {
        var calls = new AtomicInteger();
        neighbours.authService().answer(asked -> calls.getAndIncrement() == 0 ? Answer.RESET : Answer.of(204, ""));

        jane.asks().delete("/v1/account").then().statusCode(503);

        assertThat(calls).hasValue(1);
    }

    @Test
    void breaksOffWhereAServiceDoes() throws IOException {
        neighbours.authService().answer(asked -> Answer.of(200, "{\"half\":").with("Content-Length", "1000"));

        try (var client = new RawHttp()) {
            var answer = client.send("GET /v1/account HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                            + jane.token() + "\r\n\r\n")
                    .receive();

            assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("content-length: 1000");
            assertThat(client.ended())
                    .as("the client hears that it is not whole")
                    .isTrue();
        }
    }

    @Test
    void answersForAListThatBreaksOff() {
        neighbours
                .workspaceService()
                .answer(asked -> Answer.of(200, "{\"items\":").with("Content-Length", "1000"));

        jane.asks().get("/v1/workspaces").then().statusCode(503).body("code", equalTo("service-unavailable"));
    }

    @Test
    void letsGoOfTheServiceWhenTheClientGoesAway() throws IOException {
        neighbours.authService().answer(asked -> Answer.SILENCE);
        try (var client = new RawHttp()) {
            client.send(
                    "GET /v1/account HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + jane.token() + "\r\n\r\n");
            await().until(() -> !neighbours.authService().seen().isEmpty());
        }

        await().atMost(Duration.ofMillis(900))
                .until(() -> neighbours.authService().openConnections() == 0);
    }
}
