package dev.greenroom.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Answer;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.LogCapture;
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

/** Tokens and what comes in bodies stand in no log, when everything is switched on that can be for all at once. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class SecretsTest {
    private static final String PASTED = "pasted-coder-token-x7f3";

    BackstageStandIn backstage;
    Neighbours neighbours;

    @BeforeEach
    void reset() {
        neighbours.reset();
    }

    @Test
    void standInNoLog() {
        var jane = TestUser.another(backstage);
        var forged = backstage.tokenFor(jane.ref()).rogueKey().mint();
        neighbours.authService().answer(asked -> Answer.of(500, "{\"apiToken\": \"" + PASTED + "\"}"));
        neighbours.workspaceService().answer(500, "{}");

        try (var log = LogCapture.atAllLevels()) {
            jane.asks()
                    .contentType(ContentType.JSON)
                    .body("{\"apiToken\": \"" + PASTED + "\"}")
                    .put("/v1/account")
                    .then()
                    .statusCode(503);
            jane.asks()
                    .get("/v1/operations/00000000-0000-8000-8000-000000000000")
                    .then()
                    .statusCode(503);
            jane.asks().get("/v1/entities/component/default/nowhere").then().statusCode(404);
            jane.asks()
                    .contentType(ContentType.JSON)
                    .body("{\"entityRef\": \"component:default/x\", \"params\": {\"x\": \"" + PASTED + "\"")
                    .post("/v1/workspaces")
                    .then()
                    .statusCode(400);
            RestAssured.given()
                    .header("Authorization", "Bearer " + forged)
                    .get("/v1/account")
                    .then()
                    .statusCode(401);

            assertThat(log.lines())
                    .as("the listener hears")
                    .anyMatch(line -> line.contains("auth-service answered 500"))
                    .as("and hears it all")
                    .anyMatch(line -> line.contains("io.vertx.ext.web"));
            // The test's own client is not the gateway.
            var gateway = log.lines().stream()
                    .filter(line -> !line.startsWith("org.apache.http"))
                    .toList();
            assertThat(gateway).noneMatch(line -> line.contains(signatureOf(jane.token())));
            assertThat(gateway).noneMatch(line -> line.contains(signatureOf(forged)));
            assertThat(gateway).noneMatch(line -> line.contains(PASTED));
        }
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
