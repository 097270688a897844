package dev.greenroom.workspace.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.NeighboursTestResource;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees of commands, and does about them. */
@QuarkusTest
class AdminCommandsTest extends SomebodyLinked {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Entity entity = Entity.some();

    @AfterEach
    void letAuthServiceLend() {
        auth.down(false);
    }

    @Test
    void showsWhatHasFailedAndWhyAndNoValuesOfParameters() {
        var command = person.create(entity.ref(), null, Map.of("password", "known-to-its-owner"));
        Topics.send(command);
        operations.settled(person, command.id());

        var all = asAdmin("/v1/admin/commands?state=FAILED&limit=500").statusCode(200);

        var shown = one(all, command);
        assertThat(shown)
                .containsEntry("command", "CreateWorkspace")
                .containsEntry("cause", "REQUESTED")
                .containsEntry("owner", person.ref().toString())
                .containsEntry("actor", person.ref().toString())
                .containsEntry("entityRef", entity.ref().toString())
                .containsEntry("status", "FAILED")
                .doesNotContainKeys("due", "waitsFor");
        assertThat(shown.get("failure"))
                .asString()
                .contains("entity-unknown", entity.ref().toString());
        assertThat(all.extract().asString()).doesNotContain("known-to-its-owner");
    }

    @Test
    void showsWhatWaitsAndForWhatAndWhenItIsTriedNext() {
        auth.down(true);
        var command = person.list();
        Topics.send(command);

        var shown = await().atMost(LONG)
                .until(
                        () -> one(asAdmin("/v1/admin/commands?state=WAITING&limit=500"), command),
                        found -> !found.isEmpty());

        assertThat(shown).containsEntry("status", "ACCEPTED").containsKeys("due", "deadline");
        assertThat(shown.get("waitsFor")).asString().contains("auth-service");
        assertThat((Integer) shown.get("attempts")).isPositive();
        assertThat(one(asAdmin("/v1/admin/commands?state=OPEN&limit=500"), command))
                .isNotEmpty();
        assertThat(one(asAdmin("/v1/admin/commands?state=FAILED&limit=500"), command))
                .isEmpty();
    }

    @Test
    void triesAtOnceWhatWaits() {
        auth.down(true);
        var command = person.list();
        Topics.send(command);
        await().atMost(LONG)
                .until(() -> !one(asAdmin("/v1/admin/commands?state=WAITING&limit=500"), command)
                        .isEmpty());
        database.change("UPDATE command SET due = clock_timestamp() + interval '1 hour' WHERE id = ?", command.id());
        auth.down(false);

        retry(command.id()).statusCode(202);

        operations.succeeded(person, command.id());
    }

    @Test
    void acceptsWhatHasFailedAgainAsAnotherAttemptOfTheSameOperation() {
        var command = person.create(entity.ref());
        Topics.send(command);
        assertThat(operations.failure(person, command.id())).isEqualTo("entity-unknown");
        operations.publish(entity.published(1));

        retry(command.id()).statusCode(202);

        operations.succeeded(person, command.id());
        assertThat(coders.creates()).hasSize(1);
        assertThat(one(asAdmin("/v1/admin/commands?state=FAILED&limit=500"), command))
                .isEmpty();
    }

    @Test
    void forgetsTheLogOfTheBuildThatFailedBefore() {
        coders.create("broken", "failing", "https://github.com/acme/broken");
        coders.awaitStatus("broken", "failed");
        var workspace = coders.idOf("broken");
        var command = person.asks(StartWorkspace::new, workspace);
        Topics.send(command);
        assertThat(operations.settled(person, command.id()).getString("log")).isNotNull();
        coders.build(workspace, "delete");
        await().until(() -> coders.workspaceNames().isEmpty());

        retry(command.id()).statusCode(202);

        await().atMost(LONG).until(() -> "workspace-gone".equals(operations.failure(person, command.id())));
        assertThat(operations.settled(person, command.id()).getString("log")).isNull();
        assertThat(operations
                        .get(person, "/v1/operations/" + command.id() + "/log")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesWhatIsTriedAgainAsMuchTimeAsItHadFirst() {
        auth.down(true);
        var command = person.create(entity.ref(), null, Map.of(), Duration.ofSeconds(5));
        Topics.send(command);
        assertThat(operations.failure(person, command.id())).isEqualTo("deadline-exceeded");
        auth.down(false);
        operations.publish(entity.published(1));

        retry(command.id()).statusCode(202);

        operations.succeeded(person, command.id());
    }

    @Test
    void triesNothingAgainThatHasSucceeded() {
        var command = person.list();
        Topics.send(command);
        operations.succeeded(person, command.id());

        retry(command.id()).statusCode(409).body("code", equalTo("operation-succeeded"));
    }

    @Test
    void createsNothingASecondTimeWhereTheFirstHasLeftAWorkspace() {
        operations.publish(entity.published(1));
        var command = person.create(entity.ref());
        Topics.send(command);
        operations.succeeded(person, command.id());
        database.change(
                "UPDATE command SET status = 'FAILED', failure_code = 'build-failed', failure_message = 'x' WHERE id = ?",
                command.id());

        retry(command.id()).statusCode(409).body("code", equalTo("workspace-exists"));
    }

    @Test
    void knowsNoOtherCommand() {
        retry(UUID.randomUUID()).statusCode(404).body("code", equalTo("operation-not-found"));
    }

    @Test
    void comesInPagesWithTheLastFirst() {
        var first = failed();
        var second = failed();

        var page = asAdmin("/v1/admin/commands?state=FAILED&limit=1").statusCode(200);
        String cursor = page.extract().path("nextCursor");
        var next = asAdmin("/v1/admin/commands?state=FAILED&limit=1&cursor=" + cursor);

        assertThat(ids(page)).containsExactly(second.toString());
        assertThat(ids(next)).containsExactly(first.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?state=failed", "?state=FAILED&limit=0", "?state=FAILED&limit=501", "?state=FAILED&cursor=x"
            })
    void saysWhatItIsAskedForInAWrongWay(String query) {
        asAdmin("/v1/admin/commands" + query).statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void isForAdmins() {
        var command = failed();
        var token = backstage.tokenFor(person.ref().toString()).mint();

        given().auth()
                .oauth2(token)
                .get("/v1/admin/commands?state=FAILED")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token)
                .post("/v1/admin/commands/" + command + "/retry")
                .then()
                .statusCode(403);
        given().get("/v1/admin/commands?state=FAILED").then().statusCode(401);
    }

    private UUID failed() {
        var command = person.create(Entity.some().ref());
        Topics.send(command);
        operations.settled(person, command.id());
        return command.id();
    }

    private ValidatableResponse retry(UUID id) {
        return given().auth()
                .oauth2(backstage.tokenFor(NeighboursTestResource.ADMIN).mint())
                .post("/v1/admin/commands/" + id + "/retry")
                .then();
    }

    private ValidatableResponse asAdmin(String path) {
        return given().auth()
                .oauth2(backstage.tokenFor(NeighboursTestResource.ADMIN).mint())
                .get(path)
                .then();
    }

    private static Map<String, Object> one(ValidatableResponse answer, WorkspaceCommand command) {
        List<Map<String, Object>> items = answer.extract().path("items");
        return items.stream()
                .filter(item -> command.id().toString().equals(item.get("id")))
                .findFirst()
                .orElse(Map.of());
    }

    private static List<String> ids(ValidatableResponse answer) {
        return answer.extract().path("items.id");
    }
}
