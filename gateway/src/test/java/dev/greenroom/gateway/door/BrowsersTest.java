package dev.greenroom.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Answer;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page in a browser may do, and what a browser is told to be careful about. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class BrowsersTest {
    private static final String PORTAL = "https://portal.example.com";

    BackstageStandIn backstage;
    Neighbours neighbours;

    private TestUser jane;

    @BeforeEach
    void services() {
        neighbours.reset();
        neighbours.authService().answer(200, "{}");
        jane = TestUser.another(backstage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/workspaces", "/v1/account", "/v1/operations/x"})
    void letsThePortalAskBeforehandWithoutAToken(String path) {
        RestAssured.given()
                .header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .options(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", PORTAL)
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Headers", containsString("Content-Type"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Credentials", not(equalTo("true")));
    }

    @Test
    void letsThePortalReadAnswersOfServicesAndOfItsOwn() {
        for (var path : new String[] {"/v1/account", "/v1/operations/x"}) {
            jane.asks()
                    .header("Origin", PORTAL)
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", PORTAL)
                    .header("Access-Control-Expose-Headers", containsString("Location"))
                    .header("Access-Control-Expose-Headers", containsString("Retry-After"));
        }
    }

    @Test
    void letsThePortalReadRefusals() {
        RestAssured.given()
                .header("Origin", PORTAL)
                .get("/v1/account")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", PORTAL);
    }

    @Test
    void letsNoOtherPageIn() {
        RestAssured.given()
                .header("Origin", "https://evil.example.com")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/workspaces")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        jane.asks()
                .header("Origin", "https://evil.example.com")
                .get("/v1/account")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void tellsBrowsersToBeCareful() {
        var answers = new io.restassured.response.Response[] {
            jane.asks().get("/v1/account"),
            jane.asks().get("/v1/operations/x"),
            jane.asks().contentType(ContentType.TEXT).body("x").post("/v1/workspaces"),
            RestAssured.get("/v1/account")
        };
        for (var answer : answers) {
            answer.then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void leavesThePageAfterCodersConsentItsOwnPolicyAndWantsNoBearerForIt() {
        neighbours
                .authService()
                .answer(asked -> Answer.of(200, "<!doctype html>")
                        .with("Content-Security-Policy", "script-src 'sha256-x'")
                        .with("Cross-Origin-Opener-Policy", "unsafe-none"));

        var page = RestAssured.given()
                .queryParams("code", "c", "state", "s")
                .get("/oauth2/callback")
                .then()
                .statusCode(200)
                .header("Cross-Origin-Opener-Policy", "unsafe-none")
                .header("X-Content-Type-Options", "nosniff")
                .extract();

        assertThat(page.headers().getValues("Content-Security-Policy")).containsExactly("script-src 'sha256-x'");
        assertThat(neighbours.authService().seen().getLast().uri()).isEqualTo("/oauth2/callback?code=c&state=s");
    }
}
