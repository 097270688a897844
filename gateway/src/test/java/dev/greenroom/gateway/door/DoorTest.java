package dev.greenroom.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.RawHttp;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything else is done, and never reaches a service. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class DoorTest {
    private static final String END = "\r\n\r\n";

    BackstageStandIn backstage;
    Neighbours neighbours;

    private TestUser jane;

    @BeforeEach
    void aUserWithWorkspaces() {
        neighbours.reset();
        neighbours.workspaceService().answer(200, "{\"items\": []}");
        neighbours.authService().answer(200, "{}");
        jane = TestUser.another(backstage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/workspaces",
                "/v1//workspaces",
                "/v1/./workspaces",
                "/x/../v1/workspaces",
                "/v1/..;/v1/workspaces",
                "/v1/workspaces;x=y",
                "/v1%2fworkspaces",
                "/v1/%2e%2e/v1/workspaces",
                "/v1/..%2fv1/workspaces",
                "/v1/%5cworkspaces",
                "/v1/workspaces%00",
                "/v1/workspaces%0d%0aHost:%20x",
                "/v1/workspaces#fragment",
                "/v1/%77orkspaces",
                "/v1/w\u00f6rkspaces",
                "http://elsewhere/v1/workspaces"
            })
    void refusesATargetThatCanBeReadInTwoWays(String target) throws IOException {
        var answer = RawHttp.answerTo(request("GET " + target + " HTTP/1.1", ""));

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @Test
    void hasNothingAtNoPath() throws IOException {
        assertThat(RawHttp.answerTo(request("OPTIONS * HTTP/1.1", ""))).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void saysAsAProblemWhatIsWrongWithATarget() throws IOException {
        var answer = RawHttp.answerTo(lasting("GET /v1//workspaces HTTP/1.1", ""));

        assertThat(answer)
                .contains("Content-Type: application/problem+json")
                .contains("\"code\":\"invalid-request\"")
                .contains("\"type\":\"urn:problem-type:greenroom:invalid-request\"")
                .contains("\"instance\":\"/v1//workspaces\"");
        assertThat(answer.toLowerCase()).contains("connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "GET2", "get"})
    void refusesMethodsThatItDoesNotKnow(String method) throws IOException {
        var answer = RawHttp.answerTo(request(method + " /v1/workspaces HTTP/1.1", ""));

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("method-not-allowed");
        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: elsewhere\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n",
                "Content-Length: +2\r\n",
                "Transfer-Encoding: chunked, identity\r\n"
            })
    void refusesHeadersThatCanBeReadInTwoWays(String header) throws IOException {
        var answer = RawHttp.answerTo(
                request("PUT /v1/account HTTP/1.1", header + "Content-Type: application/json\r\n") + "{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0", "HTTP/9", "FTP/1.1"})
    void refusesVersionsThatItDoesNotKnow(String version) throws IOException {
        var answer = RawHttp.answerTo(request("GET /v1/workspaces " + version, ""));

        assertThat(answer).doesNotContain(" 200 ");
        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @Test
    void refusesARequestWithoutAHost() throws IOException {
        var answer = RawHttp.answerTo("GET /v1/workspaces HTTP/1.1\r\nAuthorization: Bearer " + jane.token() + END);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusesARequestWithoutAHostOfTheOldProtocolToo() throws IOException {
        var answer = RawHttp.answerTo("GET /v1/workspaces HTTP/1.0\r\nAuthorization: Bearer " + jane.token() + END);

        assertThat(answer).contains(" 400 ");
    }

    @Test
    void servesSeveralRequestsOnOneConnection() throws IOException {
        try (var connection = new RawHttp()) {
            for (int i = 0; i < 3; i++) {
                var answer = connection
                        .send(lasting("GET /v1/workspaces HTTP/1.1", ""))
                        .receive();
                assertThat(answer).startsWith("HTTP/1.1 200 ");
            }
        }
        assertThat(neighbours.workspaceService().seen()).hasSize(3);
    }

    @Test
    void doesNotSpeakHttp2InTheClear() throws IOException {
        var upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";

        assertThat(RawHttp.answerTo(lasting("GET /v1/workspaces HTTP/1.1", upgrade)))
                .startsWith("HTTP/1.1 200 ");
        assertThat(RawHttp.answerTo("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain("\u0000\u0000");
        assertThat(neighbours.workspaceService().seen().getLast().headers().names())
                .doesNotContain("Upgrade", "HTTP2-Settings");
    }

    @Test
    void takesAHeaderAsLongAsBackstagesTokensGet() {
        jane.asks()
                .header("X-Long", "x".repeat(40_000))
                .get("/v1/workspaces")
                .then()
                .statusCode(200);
        jane.asks()
                .header("X-Long", "x".repeat(50_000))
                .get("/v1/workspaces")
                .then()
                .statusCode(431);
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLarge() throws IOException {
        var answer = RawHttp.answerTo(
                request("PUT /v1/account HTTP/1.1", "Content-Type: application/json\r\nContent-Length: 65537\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /v1/account", "POST /v1/workspaces"})
    void refusesABodyThatGetsTooLargeInChunks(String line) throws IOException {
        var chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";

        var answer = RawHttp.answerTo(
                request(line + " HTTP/1.1", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
                        + chunk.repeat(9)
                        + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @Test
    void takesABodyOfJustTheLimit() throws IOException {
        var answer = RawHttp.answerTo(
                request("PUT /v1/account HTTP/1.1", "Content-Type: application/json\r\nContent-Length: 65536\r\n")
                        + "x".repeat(65536));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(neighbours.authService().seen().getFirst().body()).hasSize(65536);
    }

    @Test
    void passesABodyInChunksOnWhole() throws IOException {
        var answer = RawHttp.answerTo(
                request("PUT /v1/account HTTP/1.1", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
                        + "6\r\n{\"a\": \r\n2\r\n1}\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(neighbours.authService().seen().getFirst().body()).isEqualTo("{\"a\": 1}");
        assertThat(neighbours.authService().seen().getFirst().headers().get("Content-Length"))
                .isEqualTo("8");
    }

    @Test
    void tellsAClientThatWaitsToGoOn() throws IOException {
        try (var connection = new RawHttp()) {
            var interim = connection
                    .send(lasting(
                            "PUT /v1/account HTTP/1.1",
                            "Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"))
                    .receive();
            var answer = connection.send("{}").receive();

            assertThat(interim).startsWith("HTTP/1.1 100 ");
            assertThat(answer).startsWith("HTTP/1.1 200 ");
        }
        assertThat(neighbours.authService().seen().getFirst().headers().contains("Expect"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/jsonp", "multipart/form-data; boundary=x"})
    void refusesABodyThatIsNotJson(String type) {
        jane.asks()
                .header("Content-Type", type)
                .body("{}".getBytes())
                .put("/v1/account")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        jane.asks()
                .header("Content-Type", type)
                .body("{}".getBytes())
                .post("/v1/workspaces")
                .then()
                .statusCode(415);

        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @Test
    void takesJsonHoweverItsTypeIsWritten() {
        jane.asks()
                .header("Content-Type", "Application/JSON; charset=UTF-8")
                .body("{}".getBytes())
                .put("/v1/account")
                .then()
                .statusCode(200);
    }

    private String request(String line, String headers) {
        return lasting(line, "Connection: close\r\n" + headers);
    }

    private String lasting(String line, String headers) {
        return line + "\r\nHost: gateway\r\nAuthorization: Bearer " + jane.token() + "\r\n" + headers + "\r\n";
    }
}
