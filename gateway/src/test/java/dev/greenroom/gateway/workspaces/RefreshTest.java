package dev.greenroom.gateway.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.gateway.neighbours.Commands;
import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.gateway.operations.OperationIds;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A look at the workspaces has the view brought up to date where it is due. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class RefreshTest {
    private static final String DUE = """
            {"items": [{"name": "shop", "buildNumber": 3, "healthy": true}], "refreshedAt": "2026-03-01T10:00:00Z",
             "refreshDue": true}
            """;

    @Inject
    OperationIds ids;

    BackstageStandIn backstage;
    Neighbours neighbours;

    private TestUser jane;

    @BeforeEach
    void services() {
        neighbours.reset();
        jane = TestUser.another(backstage);
    }

    @Test
    void showsTheViewWithoutWhatIsBetweenServices() {
        neighbours.workspaceService().answer(200, DUE);

        jane.asks()
                .get("/v1/workspaces?q=x")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items[0].name", equalTo("shop"))
                .body("items[0].buildNumber", equalTo(3))
                .body("refreshedAt", equalTo("2026-03-01T10:00:00Z"))
                .body("refreshDue", nullValue());

        assertThat(neighbours.workspaceService().seen().getFirst().uri()).isEqualTo("/v1/workspaces?q=x");
    }

    @Test
    void publishesOneCommandForSeveralLooksWhereTheViewIsDue() {
        neighbours.workspaceService().answer(200, DUE);

        for (int look = 0; look < 5; look++) {
            jane.asks()
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .get("/v1/workspaces")
                    .then()
                    .statusCode(200);
        }

        await().until(() -> !Commands.of(jane.ref()).isEmpty());
        var published = Commands.of(jane.ref());
        // The looks may lie on both sides of a window's end.
        assertThat(published).extracting(each -> each.row().key()).hasSizeLessThanOrEqualTo(2);
        assertThat(published.getFirst().decoded().traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        var command = (ListWorkspaces) published.getFirst().decoded().message();
        assertThat(command.owner()).isEqualTo(UserRef.parse(jane.ref()));
        assertThat(command.actor()).isEqualTo(UserRef.parse(jane.ref()));
        assertThat(command.cause()).isEqualTo(Cause.REQUESTED);
        assertThat(command.deadline()).isEqualTo(command.issuedAt().plus(Duration.ofMinutes(1)));
        assertThat(ids.proves(command.owner(), command.id())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\": [], \"refreshDue\": false}", "{\"items\": []}", "{\"refreshDue\": \"true\"}"})
    void publishesNothingWhereTheViewIsNotDue(String answer) {
        neighbours.workspaceService().answer(200, answer);

        jane.asks().get("/v1/workspaces").then().statusCode(200);
        jane.asks().head("/v1/workspaces").then().statusCode(200);

        // Were there one it would come before this user's next.
        neighbours.workspaceService().answer(200, DUE);
        jane.asks().get("/v1/workspaces").then().statusCode(200);
        await().until(() -> !Commands.of(jane.ref()).isEmpty());
        assertThat(Commands.of(jane.ref())).hasSize(1);
    }

    @Test
    void publishesNothingForAnAnswerThatIsARefusal() {
        neighbours.workspaceService().answer(403, DUE);

        jane.asks().get("/v1/workspaces").then().statusCode(403).body("refreshDue", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "rubbish", ""})
    void takesAnAnswerThatIsNoViewForAFailure(String answer) {
        neighbours.workspaceService().answer(200, answer);

        jane.asks().get("/v1/workspaces").then().statusCode(503).body("code", equalTo("service-unavailable"));
    }

    @Test
    void passesALongListWhole() {
        var items = ("{\"name\": \"" + "x".repeat(1000) + "\"},").repeat(1000);
        neighbours.workspaceService().answer(200, "{\"items\": [" + items + "{}], \"refreshDue\": false}");

        jane.asks().get("/v1/workspaces").then().statusCode(200).body("items.size()", equalTo(1001));
    }
}
