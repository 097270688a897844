package dev.greenroom.gateway.workspaces;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.gateway.neighbours.Commands;
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
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of a workspace that is there. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class WorkspaceActionsTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static final List<Action> ALL = List.of(
            new Action("POST", "/start", StartWorkspace.class),
            new Action("POST", "/stop", StopWorkspace.class),
            new Action("POST", "/restart", RestartWorkspace.class),
            new Action("POST", "/update", UpdateWorkspace.class),
            new Action("POST", "/cancel", CancelBuild.class),
            new Action("DELETE", "", DeleteWorkspace.class));

    /** What is asked for by which path below the workspace's. */
    record Action(String method, String path, Class<? extends OfWorkspace> command) {
        Response of(UUID workspace, RequestSpecification request) {
            return request.request(method, "/v1/workspaces/" + workspace + path);
        }
    }

    BackstageStandIn backstage;
    Neighbours neighbours;

    private final UUID workspace = UUID.randomUUID();
    private TestUser jane;

    @BeforeEach
    void somebody() {
        neighbours.reset();
        jane = TestUser.another(backstage);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void becomesACommandInTheCallersName(Action action) {
        var before = Instant.now();

        var id = action.of(workspace, jane.asks().header("traceparent", TRACEPARENT))
                .then()
                .statusCode(202)
                .header("Location", matchesRegex("/v1/operations/[0-9a-f-]{36}"))
                .header("Retry-After", "1")
                .body("status", equalTo("ACCEPTED"))
                .extract()
                .<String>path("id");

        var published = Commands.of(jane.ref());
        assertThat(published).hasSize(1);
        assertThat(published.getFirst().decoded().traceparent()).isEqualTo(TRACEPARENT);
        var message = published.getFirst().decoded().message();
        assertThat(message).isInstanceOf(action.command());
        var command = (OfWorkspace) message;
        assertThat(command.id()).hasToString(id);
        assertThat(command.workspaceId()).isEqualTo(workspace);
        assertThat(command.deployment()).isEqualTo("default");
        assertThat(command.actor()).isEqualTo(UserRef.parse(jane.ref()));
        assertThat(command.owner()).isEqualTo(UserRef.parse(jane.ref()));
        assertThat(command.cause()).isEqualTo(Cause.REQUESTED);
        assertThat(command.issuedAt()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(command.deadline()).isEqualTo(command.issuedAt().plus(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void takesAnObjectWithNothingInItForNoBody(Action action) {
        for (var body : List.of("{}", " { }\n")) {
            action.of(workspace, jane.asks().contentType(JSON).body(body))
                    .then()
                    .statusCode(202);
        }
        action.of(workspace, jane.asks().contentType(JSON)).then().statusCode(202);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void takesNothingElseForABody(Action action) {
        for (var body : List.of("{\"force\": true}", "[]", "{", "\"x\"", "null", "{} {}")) {
            action.of(workspace, jane.asks().contentType(JSON).body(body))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"));
        }
        action.of(workspace, jane.asks().contentType("text/plain").body("x"))
                .then()
                .statusCode(415);

        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "0188e2d4-0000-8000-8000-000000000000x", "mine"})
    void knowsNoWorkspaceUnderAnIdThatIsNone(String id) {
        for (var action : ALL) {
            jane.asks()
                    .request(action.method(), "/v1/workspaces/" + id + action.path())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("workspace-not-found"));
        }
        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST, /dance, 404", "GET, /start, 405", "PUT, /start, 405", "POST, '', 405", "GET, '', 405"})
    void takesNothingElse(String method, String path, int status) {
        jane.asks().request(method, "/v1/workspaces/" + workspace + path).then().statusCode(status);

        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @Test
    void needsAUser() {
        var nobody = new TestUser("user:default/nobody", "no.valid.token");

        ALL.forEach(action -> action.of(workspace, nobody.asks()).then().statusCode(401));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isTheSameOperationUnderTheSameKey(Action action) {
        var first = withKey(action, workspace).then().statusCode(202).extract().<String>path("id");
        var second = withKey(action, workspace).then().statusCode(202).extract().<String>path("id");

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isRefusedUnderAKeyThatStandsForAnotherActionOrWorkspace(Action action) {
        withKey(action, workspace).then().statusCode(202);

        withKey(action, UUID.randomUUID()).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        ALL.stream()
                .filter(other -> !other.equals(action))
                .forEach(other -> withKey(other, workspace)
                        .then()
                        .statusCode(422)
                        .body("code", equalTo("idempotency-key-reused")));
        jane.asks()
                .header("Idempotency-Key", "k-1")
                .contentType(JSON)
                .body(Map.of("entityRef", "component:default/shop"))
                .post("/v1/workspaces")
                .then()
                .statusCode(422);
        assertThat(Commands.of(jane.ref())).hasSize(1);
    }

    @Test
    void isNotPublishedAgainWhereTheInboxKnowsIt() {
        var id = withKey(ALL.getFirst(), workspace)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        var digest = ((OfWorkspace) Commands.of(jane.ref()).getFirst().decoded().message()).digest();
        neighbours.workspaceService().answer(asked -> Answer.of(200, """
                {"id": "%s", "command": "StartWorkspace", "status": "RUNNING", "digest": "%s"}
                """.formatted(id, digest)));

        withKey(ALL.getFirst(), workspace).then().statusCode(202).body("status", equalTo("RUNNING"));
        withKey(ALL.get(1), workspace).then().statusCode(422);

        assertThat(Commands.of(jane.ref())).hasSize(1);
    }

    @Test
    void refusesAWrongKey() {
        ALL.forEach(action -> action.of(workspace, jane.asks().header("Idempotency-Key", "a b"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request")));
    }

    private Response withKey(Action action, UUID id) {
        return action.of(id, jane.asks().header("Idempotency-Key", "k-1"));
    }
}
