package dev.greenroom.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Answer;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Seen;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the drop-in passes to Coder and to auth-service, and what it doesn't. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class DropInTest {
    private static final String OPAQUE = "greenroom_access_of-a-test";
    private static final String LENT = "lentkey123-lentsecret";
    private static final String ME = "/coder/api/v2/users/me";

    BackstageStandIn backstage;
    Neighbours neighbours;

    @BeforeEach
    void services() {
        neighbours.reset();
        neighbours.coder().answer(200, "{\"username\": \"jane\"}");
        neighbours.authService().answer(DropInTest::lend);
    }

    private static Answer lend(Seen asked) {
        return lend(asked, LENT);
    }

    private static Answer lend(Seen asked, String token) {
        if (asked.uri().equals("/oauth2/token")) {
            return Answer.of(200, "{\"access_token\": \"the-gateways-own\", \"expires_in\": 300}");
        }
        if (asked.uri().equals("/on-behalf/loans")) {
            return Answer.of(200, "{\"loanId\": 7, \"accessToken\": \"" + token + "\"}");
        }
        return asked.body().contains(OPAQUE)
                ? Answer.of(200, "{\"loanId\": 7, \"accessToken\": \"" + token + "\", \"coderUsername\": \"jane\"}")
                : Answer.of(404, "{\"code\": \"token-refused\"}");
    }

    @Test
    void sendsCoderTheLentTokenInPlaceOfTheCallers() {
        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(200)
                .body("username", equalTo("jane"));

        var seen = neighbours.coder().seen().getFirst();
        assertThat(seen.uri()).isEqualTo("/api/v2/users/me");
        assertThat(seen.headers().getAll("Coder-Session-Token")).containsExactly(LENT);
        assertThat(seen.headers().names().stream().map(String::toLowerCase))
                .containsExactlyInAnyOrder("host", "accept", "coder-session-token");
    }

    /** As Backstage's auth module asks for the profile. */
    @Test
    void takesTheTokenAsABearerToo() {
        given().auth().oauth2(OPAQUE).get(ME).then().statusCode(200);

        assertThat(neighbours.coder().seen().getFirst().headers().contains("Authorization"))
                .isFalse();
    }

    /** As the existing plugin asks through Backstage's proxy. */
    @Test
    void takesCodersOwnHeaderWhereBothCome() {
        given().auth()
                .oauth2("a-backstage-token")
                .header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(200);
    }

    @Test
    void asksAuthServiceWithAProofOfItsOwn() {
        given().header("Coder-Session-Token", OPAQUE).get(ME).then().statusCode(200);

        var loan = neighbours.authService().seen().stream()
                .filter(seen -> seen.uri().equals("/internal/loans/exchange"))
                .findFirst()
                .orElseThrow();
        assertThat(loan.headers().get("Authorization")).isEqualTo("Bearer the-gateways-own");
        assertThat(loan.body()).isEqualTo("{\"token\":\"" + OPAQUE + "\"}");
    }

    @Test
    void passesTheCardsQueryOnAsItCameAndNoTokenInIt() {
        given().header("Coder-Session-Token", OPAQUE)
                .urlEncodingEnabled(false)
                .get("/coder/api/v2/workspaces?q=owner%3Ame%20param%3A%22repo%3Dx%22&limit=0&coder_session_token=other"
                        + "&%63oder_session_token=other&q2=x")
                .then()
                .statusCode(200);

        assertThat(neighbours.coder().seen().getFirst().uri())
                .isEqualTo("/api/v2/workspaces?q=owner%3Ame%20param%3A%22repo%3Dx%22&limit=0");
    }

    @Test
    void keepsCodersHeadersButItsCookies() {
        neighbours
                .coder()
                .answer(asked -> Answer.of(200, "{}")
                        .with("Set-Cookie", "coder_session_token=x")
                        .with("X-Ratelimit-Remaining", "7")
                        .with("X-Coder-Build-Version", "v2.36.0")
                        .with("Access-Control-Allow-Origin", "*"));

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .header("X-Ratelimit-Remaining", "7")
                .header("X-Coder-Build-Version", "v2.36.0")
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Set-Cookie", nullValue());
    }

    @Test
    void holdsBackWhatWouldComeCloseToCodersLimitInCodersWords() {
        // A token of its own: what is left of another one is another test's.
        neighbours.authService().answer(asked -> lend(asked, "lentkey456-lentsecret"));
        var minuteEnds = String.valueOf(Instant.now().plusSeconds(30).getEpochSecond());
        neighbours
                .coder()
                .answer(asked -> Answer.of(200, "{}")
                        .with("X-Ratelimit-Limit", "512")
                        .with("X-Ratelimit-Remaining", asked.uri().contains("workspaces") ? "7" : "300")
                        .with("X-Ratelimit-Reset", minuteEnds));
        var limited = "/coder/api/v2/workspaces";
        given().header("Coder-Session-Token", OPAQUE).get(limited).then().statusCode(200);

        given().header("Coder-Session-Token", OPAQUE)
                .get(limited + "?limit=0")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("message", containsString("no more requests"))
                .body("code", equalTo("coder-limits-requests"));
        given().header("Coder-Session-Token", OPAQUE).get(ME).then().statusCode(200);

        assertThat(neighbours.coder().seen()).hasSize(2);
    }

    @Test
    void passesCodersOwnRefusalsBack() {
        neighbours.coder().answer(404, "{\"message\": \"Resource not found\"}");

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(404)
                .body("message", equalTo("Resource not found"));
    }

    /** Coder ends a token in the moment in which it is refreshed. */
    @Test
    void tellsOfATokenThatCoderRefusesAndGoesOnWithTheNext() {
        var loans = new AtomicInteger();
        neighbours
                .authService()
                .answer(asked -> asked.uri().equals("/internal/loans/exchange")
                        ? Answer.of(200, "{\"loanId\": 7, \"accessToken\": \"lent-" + loans.incrementAndGet() + "\"}")
                        : asked.uri().endsWith("/refusal") ? Answer.of(204, "") : lend(asked));
        neighbours
                .coder()
                .answer(asked -> asked.headers().get("Coder-Session-Token").equals("lent-1")
                        ? Answer.of(401, "{\"message\": \"over\"}")
                        : Answer.of(200, "{\"username\": \"jane\"}"));

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(200)
                .body("username", equalTo("jane"));

        assertThat(neighbours.authService().seen().stream().map(Seen::uri).filter(uri -> uri.startsWith("/internal/")))
                .containsExactly("/internal/loans/exchange", "/internal/loans/7/refusal", "/internal/loans/exchange");
    }

    @Test
    void asksCoderTwiceAtMost() {
        neighbours.coder().answer(401, "{\"message\": \"You are suspended\"}");

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(401)
                .body("message", equalTo("You are suspended"));

        assertThat(neighbours.coder().seen()).hasSize(2);
    }

    @Test
    void saysThatTheSessionIsOverWhereThereIsNoNextToken() {
        neighbours.coder().answer(asked -> {
            neighbours.authService().answer(next -> Answer.of(404, "{\"code\": \"token-refused\"}"));
            return Answer.of(401, "{\"message\": \"over\"}");
        });

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(401)
                .body("code", equalTo("session-over"));
    }

    @Test
    void asksNobodyForACallerWithoutAToken() {
        given().get(ME).then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().cookie("coder_session_token", OPAQUE).get(ME).then().statusCode(401);
        given().queryParam("coder_session_token", OPAQUE).get(ME).then().statusCode(401);

        assertThat(neighbours.coder().seen()).isEmpty();
        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @Test
    void borrowsForAUserOfBackstageWithBothTokens() {
        var jane = TestUser.another(backstage);

        jane.asks().get(ME).then().statusCode(200);

        var loan = neighbours.authService().seen().stream()
                .filter(seen -> seen.uri().equals("/on-behalf/loans"))
                .findFirst()
                .orElseThrow();
        assertThat(loan.headers().getAll("Authorization")).containsExactly("Bearer " + jane.token());
        assertThat(loan.body()).isEqualTo("{\"actorToken\":\"the-gateways-own\"}");
        assertThat(neighbours.coder().seen().getFirst().headers().getAll("Coder-Session-Token"))
                .containsExactly(LENT);
        assertThat(neighbours.coder().seen().getFirst().headers().contains("Authorization"))
                .isFalse();
    }

    @Test
    void takesABearerWhereCodersHeaderIsEmpty() {
        TestUser.another(backstage)
                .asks()
                .header("Coder-Session-Token", "")
                .get(ME)
                .then()
                .statusCode(200);
    }

    /** After a change of the issuer's keys. */
    @Test
    void provesItselfAnewWhereItsOwnTokenIsGoodNoLonger() {
        var issued = new AtomicInteger();
        neighbours.authService().answer(asked -> switch (asked.uri()) {
            case "/oauth2/token" ->
                Answer.of(200, "{\"access_token\": \"own-" + issued.incrementAndGet() + "\", \"expires_in\": 300}");
            default ->
                asked.body().contains("own-" + issued.get()) && issued.get() > 0
                        ? Answer.of(200, "{\"loanId\": 7, \"accessToken\": \"" + LENT + "\"}")
                        : Answer.of(401, "{}");
        });

        var jane = TestUser.another(backstage);
        jane.asks().get(ME).then().statusCode(200);
        issued.incrementAndGet();

        jane.asks().get(ME).then().statusCode(200);
    }

    @Test
    void refusesWhatCanBeNoToken() {
        neighbours
                .authService()
                .answer(asked -> asked.uri().equals("/oauth2/token") ? lend(asked) : Answer.of(413, "{}"));

        given().header("Coder-Session-Token", "x".repeat(20_000))
                .get(ME)
                .then()
                .statusCode(401)
                .body("code", equalTo("session-over"));
    }

    @Test
    void tellsAUserOfBackstageToLinkFirst() {
        neighbours
                .authService()
                .answer(asked -> asked.uri().equals("/oauth2/token")
                        ? lend(asked)
                        : Answer.of(404, "{\"code\": \"account-required\"}"));

        TestUser.another(backstage)
                .asks()
                .get(ME)
                .then()
                .statusCode(401)
                .body("code", equalTo("account-required"))
                .body("message", containsString("Link"));
    }

    @Test
    void asksAuthServiceNothingForAForgedTokenOfBackstages() {
        given().auth().oauth2("forged").get(ME).then().statusCode(401);

        assertThat(neighbours.authService().seen()).isEmpty();
    }

    @Test
    void refusesATokenThatLendsNothingInCodersWords() {
        given().header("Coder-Session-Token", "unknown")
                .get(ME)
                .then()
                .statusCode(401)
                .body("code", equalTo("session-over"))
                .body("message", equalTo("Sign in with Coder again."));

        assertThat(neighbours.coder().seen()).isEmpty();
    }

    @Test
    void saysWhenToComeBackWhileNothingIsLent() {
        neighbours
                .authService()
                .answer(asked -> asked.uri().equals("/oauth2/token")
                        ? lend(asked)
                        : Answer.of(503, "{\"code\": \"lending-frozen\"}").with("Retry-After", "30"));

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("message", containsString("Coder"));
    }

    @Test
    void saysThatCoderIsAwayInCodersWords() {
        neighbours.coder().answer(asked -> Answer.RESET);

        given().header("Coder-Session-Token", OPAQUE)
                .get(ME)
                .then()
                .statusCode(503)
                .body("code", equalTo("coder-unavailable"))
                .body("message", containsString("Coder"));
    }

    /** The first mints a lasting key (recording 02-oauth2/73). */
    @ParameterizedTest
    @CsvSource({
        "POST, /coder/api/v2/users/me/keys/tokens, 404",
        "GET, /coder/api/v2/users/me/keys, 404",
        "GET, /coder/api/v2/users/other, 404",
        "DELETE, /coder/api/v2/users/me, 405",
        "PUT, /coder/api/v2/users/me, 405",
        "POST, /coder/api/v2/workspaces, 405",
        "GET, /coder/api/v2/users/me/../other, 400",
        "GET, /coder/api/v2/users/%6de, 400",
        "GET, /coder/oauth2/tokens, 405",
        "GET, /coder/oauth2-provider/apps, 404",
    })
    void passesNothingElse(String method, String path, int status) {
        given().header("Coder-Session-Token", OPAQUE)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status);

        assertThat(neighbours.coder().seen()).isEmpty();
    }

    @Test
    void passesABrowserThatSignsInToAuthServiceAndOnToCoder() {
        neighbours
                .authService()
                .answer(asked -> Answer.of(302, "").with("Location", "https://coder.example.com/oauth2/authorize?x=y"));

        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/coder/oauth2/authorize?client_id=backstage&state=a%20b")
                .then()
                .statusCode(302)
                .header("Location", "https://coder.example.com/oauth2/authorize?x=y")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");

        assertThat(neighbours.authService().seen().getFirst().uri())
                .isEqualTo("/coder/oauth2/authorize?client_id=backstage&state=a%20b");
    }

    @Test
    void passesAClientsFormToAuthService() {
        neighbours.authService().answer(200, "{\"access_token\": \"x\"}");

        given().contentType(ContentType.URLENC)
                .header("Authorization", "Basic " + basic())
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", "a+b c")
                .post("/coder/oauth2/tokens")
                .then()
                .statusCode(200)
                .body("access_token", equalTo("x"));

        var seen = neighbours.authService().seen().getFirst();
        assertThat(seen.uri()).isEqualTo("/coder/oauth2/tokens");
        assertThat(seen.body()).isEqualTo("grant_type=refresh_token&refresh_token=a%2Bb%20c");
        assertThat(seen.headers().get("Authorization")).isEqualTo("Basic " + basic());
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString("backstage:secret".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAClientsJson() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/coder/oauth2/tokens")
                .then()
                .statusCode(415);
    }

    @Test
    void logsNoTokenOfAnybodys() {
        try (var log = LogCapture.atAllLevels()) {
            given().header("Coder-Session-Token", OPAQUE).get(ME).then().statusCode(200);
            neighbours.coder().answer(asked -> Answer.RESET);
            given().header("Coder-Session-Token", OPAQUE).get(ME).then().statusCode(503);

            assertThat(log.linesOf("io.netty", "io.vertx", "io.quarkus"))
                    .as("it hears all")
                    .isNotEmpty();
            assertThat(log.lines().stream().filter(line -> !line.startsWith("org.apache.http")))
                    .noneMatch(
                            line -> line.contains(LENT) || line.contains(OPAQUE) || line.contains("the-gateways-own"));
        }
    }
}
