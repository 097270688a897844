package dev.greenroom.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import io.vertx.core.MultiMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class OperationLogTest {
    BackstageStandIn backstage;
    Neighbours neighbours;

    private final UUID id = UUID.randomUUID();
    private TestUser jane;

    @BeforeEach
    void somebody() {
        neighbours.reset();
        jane = TestUser.another(backstage);
    }

    @Test
    void isWhatWorkspaceServiceGivesTheCaller() {
        var text = "2026-11-24T11:23:43.095Z error Starting workspace: kein Platz für \u2026\n";
        neighbours.workspaceService().answer(asked -> new Answer(200, plainText(), text));

        var log = jane.asks().get("/v1/operations/" + id + "/log").then().statusCode(200);

        assertThat(log.extract().asString()).isEqualTo(text);
        assertThat(log.extract().contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        log.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        var asked = neighbours.workspaceService().seen().getFirst();
        assertThat(asked.uri()).isEqualTo("/v1/operations/" + id + "/log");
        assertThat(asked.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());
    }

    private static MultiMap plainText() {
        return MultiMap.caseInsensitiveMultiMap().add("Content-Type", "text/plain;charset=UTF-8");
    }

    @Test
    void isNotThereWhereWorkspaceServiceHasNone() {
        neighbours
                .workspaceService()
                .answer(asked -> Answer.of(404, "{\"code\": \"log-not-found\", \"status\": 404}")
                        .with("Content-Type", "application/problem+json"));

        jane.asks().get("/v1/operations/" + id + "/log").then().statusCode(404).body("code", equalTo("log-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "0188e2d4-0000-8000-8000-000000000000x"})
    void isNotThereUnderAnIdThatIsNone(String text) {
        jane.asks()
                .get("/v1/operations/" + text + "/log")
                .then()
                .statusCode(404)
                .body("code", equalTo("operation-not-found"));

        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @Test
    void isOutOfReachWhileWorkspaceServiceIsAway() {
        neighbours.workspaceService().stop();

        jane.asks()
                .get("/v1/operations/" + id + "/log")
                .then()
                .statusCode(503)
                .body("code", equalTo("service-unavailable"));
    }
}
