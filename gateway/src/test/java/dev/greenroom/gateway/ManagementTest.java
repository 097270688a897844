package dev.greenroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see, on a port that is not the public one. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class ManagementTest {
    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    BackstageStandIn backstage;
    Neighbours neighbours;

    @BeforeEach
    void services() {
        neighbours.reset();
    }

    @Test
    void isReadyOnceKafkaHasBeenReached() {
        await().untilAsserted(() -> management("/q/health/ready")
                .statusCode(200)
                .body("checks.find { it.name == 'commands' }.data.kafka", equalTo("there")));
        management("/q/health/live").statusCode(200);
    }

    @Test
    void countsRequestsByRouteAndStatusAndNotByPath() {
        var jane = TestUser.another(backstage);
        jane.asks().get("/v1/entities/component/default/never-heard-of").then().statusCode(404);
        jane.asks().get("/v1/operations/17").then().statusCode(404);
        jane.asks().get("/v1/operations/18/log").then().statusCode(404);
        jane.asks().post("/v1/workspaces/19/start").then().statusCode(404);
        jane.asks().delete("/v1/workspaces/20").then().statusCode(404);
        jane.asks().get("/v1/account").then().statusCode(404);
        RestAssured.get("/v1/secret-path-of-a-scanner").then().statusCode(401);
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/v1/%77eird-path")
                .then()
                .statusCode(400);

        var metrics = management("/q/metrics").statusCode(200).extract().asString();

        assertThat(metrics)
                .containsPattern(
                        "http_server_requests_seconds_count\\{.*status=\"404\",uri=\"/v1/entities/\\{kind}/\\{namespace}/\\{name}\"")
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"404\",uri=\"/v1/operations/\\{id}\"")
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/v1/operations/\\{id}/log\"")
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/v1/workspaces/\\{id}/start\"")
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/v1/workspaces/\\{id}\"")
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/v1/account\"")
                .doesNotContain(
                        "never-heard-of",
                        "operations/1",
                        "workspaces/19",
                        "workspaces/20",
                        "secret-path-of-a-scanner",
                        "eird-path");
    }

    @Test
    void keepsHealthAndMetricsOffThePublicPort() {
        RestAssured.get("/q/health").then().statusCode(404);
        RestAssured.get("/q/metrics").then().statusCode(404);
    }

    private io.restassured.response.ValidatableResponse management(String path) {
        return RestAssured.given().port(port).get(path).then();
    }
}
