package dev.greenroom.workspace.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceChanged;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceRemoved;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingTest extends SomebodyLinked {

    StagingBackstage staging;

    @Test
    void showsWhatThereIsAtCoderOnceItWasListedAndForWhichEntities() {
        // Given
        var entity = Entity.some();
        operations.publish(entity.published(1));
        coders.create("by-hand", "devcontainers", entity.repository() + ".git");
        await().until(() -> "running".equals(coders.workspace("by-hand").getString("latest_build.status")));

        // When
        list();

        // Then
        var items = operations.get(person, "/v1/workspaces").jsonPath();
        assertThat(items.getList("items.name")).containsExactly("by-hand");
        assertThat(items.getList("items[0].entityRefs"))
                .containsExactly(entity.ref().toString());
        assertThat(items.getString("items[0].link")).endsWith("/@" + person.username() + "/by-hand");
        assertThat(items.getList("items[0].agents.name")).containsExactly("main");
        assertThat(items.getString("items[0].agents[0].status")).isEqualTo("connecting");
        assertThat(items.getList("items[0].agents[0].apps.slug")).containsExactly("docs", "code-server");
        assertThat(items.getString("items[0].agents[0].apps[0].link")).isEqualTo("https://example.com/docs");
        assertThat(items.getString("items[0].agents[0].apps[1].link"))
                .endsWith("/@" + person.username() + "/by-hand.main/apps/code-server/");
        assertThat(Instant.parse(items.getString("items[0].seenAt")))
                .isAfterOrEqualTo(Instant.parse(items.getString("refreshedAt")));
        var ofEntity = operations
                .get(person, "/v1/entities/component/default/" + entity.ref().name())
                .jsonPath();
        assertThat(ofEntity.getList("workspaces.name")).containsExactly("by-hand");
        assertThat(ofEntity.getString("readiness")).isEqualTo("READY");
        assertThat(ofEntity.getString("config.templateName")).isEqualTo("devcontainers");
    }

    @Test
    void saysThatALaterVersionIsNeededForWhatOnlyThatCanRead() {
        // Given
        var entity = Entity.some();
        operations.publish(entity.published(1));
        var command = person.list();
        Topics.send(command);
        operations.succeeded(person, command.id());

        // When
        database.change(
                "UPDATE entity_configuration SET message_type = 'CoderConfigSealed.v9' WHERE key = ?",
                entity.published(1).key());
        database.change("UPDATE command SET message_type = 'SealWorkspace.v9' WHERE id = ?", command.id());

        // Then
        for (var answer : List.of(
                operations.get(
                        person, "/v1/entities/component/default/" + entity.ref().name()),
                operations.operation(person, command.id()))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("30");
            assertThat(answer.jsonPath().getString("detail")).contains("later version");
        }
    }

    @Test
    void findsTheEntityOfAWorkspaceThatWasThereBeforeTheEntity() {
        // Given
        var entity = Entity.some();
        coders.create("early", "devcontainers", entity.repository());
        list();

        // When
        operations.publish(entity.published(1));

        // Then
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items[0].entityRefs"))
                .containsExactly(entity.ref().toString());
    }

    @Test
    void takesAwayWhatIsGoneAndTellsChangesOnly() {
        // Given
        coders.create("stays", "devcontainers", "https://github.com/acme/stays");
        coders.create("goes", "devcontainers", "https://github.com/acme/goes");
        settled("stays");
        settled("goes");
        list();
        list();
        coders.build("goes", "delete");
        await().until(() -> coders.workspaceNames().size() == 1);

        // When
        list();

        // Then
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items.name"))
                .containsExactly("stays");
        var events = await().until(this::workspaceEvents, found -> found.size() == 3);
        assertThat(events).filteredOn(WorkspaceChanged.class::isInstance).hasSize(2);
        assertThat(events.getLast()).isInstanceOf(WorkspaceRemoved.class);
        assertThat(events.getLast().revision()).isEqualTo(2);
    }

    @Test
    void readsParametersOnceForEachBuild() {
        // Given
        coders.create("one", "devcontainers", "https://github.com/acme/one");
        settled("one");

        // When
        list();
        list();

        // Then
        assertThat(coders.calls("GET", "/api/v2/workspacebuilds/.*/parameters")).hasSize(1);
    }

    @Test
    void saysWhenAnewListMakesSense() {
        // Given
        assertThat(refreshDue()).isTrue();

        // When
        list();

        // Then
        assertThat(refreshDue()).isFalse();
        assertThat(operations
                        .get(Person.newcomer(coder), "/v1/workspaces")
                        .jsonPath()
                        .getBoolean("refreshDue"))
                .isFalse();
    }

    @Test
    void asksForNoListWhileOneIsWaiting() {
        // Given
        coder.faults().on("GET", "/api/v2/workspaces").delay(Duration.ofSeconds(1));
        var command = person.list();

        // When
        Topics.send(command);
        operations.accepted(person, command.id());

        // Then
        assertThat(refreshDue()).isFalse();
        coder.faults().clear();
        operations.succeeded(person, command.id());
    }

    @Test
    void saysWhyAnEntityIsNotReadyAndWhatIsUnknown() {
        // Given
        var notReady = Entity.some();
        var invalid = Entity.some();
        var withdrawn = Entity.some();

        // When
        operations.publish(
                notReady.published(1, List.of(new Reason("NO_TEMPLATE", "spec.coder.templateName", "None."))));
        operations.publish(invalid.invalid(1));
        operations.publish(withdrawn.withdrawn(1));

        // Then
        assertThat(entity(notReady).jsonPath().getString("readiness")).isEqualTo("NOT_READY");
        assertThat(entity(notReady).jsonPath().getList("reasons.code")).containsExactly("NO_TEMPLATE");
        assertThat(entity(invalid).jsonPath().getList("reasons.code")).containsExactly("INVALID_VALUE");
        assertThat(entity(invalid).jsonPath().getMap("config")).isNull();
        assertThat(entity(withdrawn).statusCode()).isEqualTo(404);
        assertThat(entity(Entity.some()).jsonPath().getString("code")).isEqualTo("entity-not-found");
        assertThat(operations
                        .get(person, "/v1/entities/component/default/no%20name")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysOnWhichPagesCoderIsToBeShown() {
        // Given
        var ready = Entity.some();
        var invalid = Entity.some();
        var silent = Entity.some();

        // When
        operations.publish(ready.published(1));
        operations.publish(invalid.invalid(1));
        operations.publish(silent.notApplicable(1));

        // Then
        assertThat(entity(ready).jsonPath().getBoolean("applicable")).isTrue();
        assertThat(entity(invalid).jsonPath().getBoolean("applicable")).isTrue();
        assertThat(entity(silent).jsonPath().getBoolean("applicable")).isFalse();
    }

    @Test
    void showsOperationsToThoseWhomTheyConcernOnly() {
        // Given
        var command = person.list();
        Topics.send(command);

        // When
        operations.succeeded(person, command.id());

        // Then
        var stranger = operations.operation(Person.newcomer(coder), command.id());
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.jsonPath().getString("code")).isEqualTo("operation-not-found");
    }

    @Test
    void showsUsersOfTheSameReferenceInTwoEnvironmentsEachTheirOwn() {
        // Given
        var twin = Person.twinOf(person, coder, auth, database);
        coders.create("mine", "devcontainers", "https://github.com/acme/mine");
        new CoderOf(coder, twin).create("theirs", "devcontainers", "https://github.com/acme/theirs");
        var theirBearer = staging.tokenFor(person.ref().toString()).mint();
        var command = twin.list();

        // When
        list();
        Topics.send(command);
        await().until(() -> "SUCCEEDED"
                .equals(given().auth()
                        .oauth2(theirBearer)
                        .get("/v1/operations/" + command.id())
                        .jsonPath()
                        .getString("status")));

        // Then
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items.name"))
                .containsExactly("mine");
        assertThat(given().auth()
                        .oauth2(theirBearer)
                        .get("/v1/workspaces")
                        .jsonPath()
                        .getList("items.name"))
                .containsExactly("theirs");
        assertThat(operations.operation(person, command.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsNobodyAnythingWithoutAToken() {
        for (var path : List.of("/v1/workspaces", "/v1/operations/0-0-0-0-0", "/v1/entities/a/b/c")) {
            assertThat(given().get(path).statusCode()).describedAs(path).isEqualTo(401);
        }
    }

    private void list() {
        var command = person.list();
        Topics.send(command);
        operations.succeeded(person, command.id());
    }

    private void settled(String name) {
        await().until(() ->
                coders.workspace(name).getString("latest_build.job.status").equals("succeeded"));
    }

    private boolean refreshDue() {
        return operations.get(person, "/v1/workspaces").jsonPath().getBoolean("refreshDue");
    }

    private io.restassured.response.Response entity(Entity entity) {
        return operations.get(
                person, "/v1/entities/component/default/" + entity.ref().name());
    }

    private List<WorkspaceEvent> workspaceEvents() {
        return Topics.eventsOf(person.ref()).stream()
                .filter(event -> event instanceof WorkspaceChanged || event instanceof WorkspaceRemoved)
                .toList();
    }
}
