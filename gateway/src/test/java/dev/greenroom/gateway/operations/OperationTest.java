package dev.greenroom.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.contracts.UserRef;
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
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class OperationTest {
    @Inject
    OperationIds ids;

    BackstageStandIn backstage;
    Neighbours neighbours;

    private TestUser jane;
    private UUID given;

    @BeforeEach
    void anOperationThatWasGivenOut() {
        neighbours.reset();
        jane = TestUser.another(backstage);
        given = ids.fresh(UserRef.parse(jane.ref()));
    }

    @Test
    void isAcceptedUntilWorkspaceServiceKnowsIt() {
        jane.asks()
                .get("/v1/operations/" + given)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(given.toString()))
                .body("status", equalTo("ACCEPTED"))
                .body("$", aMapWithSize(2));
    }

    @Test
    void isAsWorkspaceServiceDescribesItButForTheDigest() {
        neighbours.workspaceService().answer(200, """
                {"id": "x", "status": "SUCCEEDED", "workspace": {"name": "shop"}, "new": [1.50], "digest": "00"}
                """);

        jane.asks()
                .get("/v1/operations/" + given)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUCCEEDED"))
                .body("workspace.name", equalTo("shop"))
                .body("new[0]", equalTo(1.5f))
                .body("digest", nullValue());

        var asked = neighbours.workspaceService().seen().getFirst();
        assertThat(asked.uri()).isEqualTo("/v1/operations/" + given);
        assertThat(asked.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());
    }

    @Test
    void isNotThereForAnotherUser() {
        TestUser.another(backstage)
                .asks()
                .get("/v1/operations/" + given)
                .then()
                .statusCode(404)
                .body("code", equalTo("operation-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "0188e2d4-0000-8000-8000-000000000000x", "a%20b"})
    void isNotThereUnderAnIdThatIsNone(String id) {
        jane.asks()
                .urlEncodingEnabled(false)
                .get("/v1/operations/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("operation-not-found"));

        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @Test
    void isNotThereUnderAnIdThatNobodyMinted() {
        jane.asks().get("/v1/operations/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void isFoundInUpperCaseToo() {
        jane.asks()
                .get("/v1/operations/" + given.toString().toUpperCase())
                .then()
                .statusCode(200);
    }

    @Test
    void canNotBeSaidWhileWorkspaceServiceIsAway() {
        neighbours.workspaceService().stop();

        jane.asks()
                .get("/v1/operations/" + given)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("service-unavailable"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 403})
    void canNotBeSaidWhileWorkspaceServiceFails(int status) {
        neighbours.workspaceService().answer(status, "{}");

        jane.asks().get("/v1/operations/" + given).then().statusCode(503);
    }

    @Test
    void canNotBeSaidWhenWorkspaceServiceAnswersWithRubbish() {
        neighbours.workspaceService().answer(200, "not json");

        jane.asks().get("/v1/operations/" + given).then().statusCode(503);
    }

    @Test
    void canNotBeSaidWhileWorkspaceServiceIsSilent() {
        neighbours.workspaceService().answer(asked -> Answer.SILENCE);

        jane.asks().get("/v1/operations/" + given).then().statusCode(503);
    }

    @Test
    void isNotSaidToAUserWhoseTokenIsNoLongerTaken() {
        neighbours.workspaceService().answer(401, "{}");

        jane.asks().get("/v1/operations/" + given).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }
}
