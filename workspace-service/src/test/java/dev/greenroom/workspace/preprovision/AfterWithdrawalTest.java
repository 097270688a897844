package dev.greenroom.workspace.preprovision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import dev.greenroom.workspace.operation.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator has what nobody has used stopped, once its entity is no longer opted in. */
@QuarkusTest
@TestProfile(AfterWithdrawalTest.Stop.class)
class AfterWithdrawalTest {

    public static class Stop implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenroom.preprovision.after-withdrawal", "stop");
        }
    }

    private static final Duration LONG = Duration.ofSeconds(20);

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    MayBuild may;

    Operations operations;
    Person person;
    CoderOf coders;
    Entity entity;

    @BeforeEach
    void somebodyWithAWorkspaceThatCameUpByItself() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        coders = new CoderOf(coder, person);
        entity = Entity.some().ownedBy(person.ref()).preprovision(1, true);
        know(person.linkedEvent(1, 1, true));
        operations.publish(entity.published(1));
        operations.succeeded(person, PreprovisionId.of(entity.published(1), person.ref(), 1));
    }

    @AfterEach
    void mend() {
        database.change("DELETE FROM preprovision_pause");
    }

    @Test
    void stopsItOnceWhenTheEntityLeavesTheCatalog() {
        // When
        operations.publish(entity.withdrawn(2));

        // Then
        operations.succeeded(person, stopId());
        assertThat(status()).isEqualTo("stopped");
        assertThat(builds()).isEqualTo(2);
        coders.build(entity.ref().name(), "start");
        await().until(() -> status().equals("running"));
        operations.publish(withoutOptIn().published(3));
        assertThat(stops()).isEqualTo(1);
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void stopsItWhenTheAuthorTakesTheOptInBack() {
        operations.publish(withoutOptIn().published(2));

        operations.succeeded(person, stopId());
        assertThat(status()).isEqualTo("stopped");
    }

    @Test
    void leavesItWhereTheConfigurationOnlyCanNotBeUsed() {
        operations.publish(entity.invalid(2));

        assertThat(stops()).isZero();
    }

    @Test
    void leavesItWhereAnotherEntityIsWithdrawn() {
        operations.publish(Entity.some().ownedBy(person.ref()).withdrawn(1));

        assertThat(stops()).isZero();
    }

    @Test
    void leavesWhatItsOwnerHasStartedSince() {
        // Given
        coders.build(entity.ref().name(), "stop");
        await().until(() -> status().equals("stopped"));
        coders.build(entity.ref().name(), "start");
        await().until(() -> status().equals("running"));
        look();

        // When
        operations.publish(entity.withdrawn(2));

        // Then
        assertThat(stops()).isZero();
        assertThat(builds()).isEqualTo(3);
    }

    /** The view does not know of it yet: Coder is asked again before anything is done. */
    @Test
    void leavesWhatItsOwnerHasStartedJustNow() {
        // Given
        coders.build(entity.ref().name(), "stop");
        await().until(() -> status().equals("stopped"));
        coders.build(entity.ref().name(), "start");
        await().until(() -> status().equals("running"));

        // When
        operations.publish(entity.withdrawn(2));

        // Then
        assertThat(operations.failure(person, stopId())).isEqualTo("preprovision-not-allowed");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void leavesWhatSomebodyAskedFor() {
        // Given
        var asked = Entity.some().ownedBy(person.ref());
        operations.publish(asked.published(1));
        var create = person.create(asked.ref());
        Topics.send(create);
        operations.succeeded(person, create.id());

        // When
        operations.publish(asked.withdrawn(2));

        // Then
        assertThat(stops()).isZero();
    }

    @Test
    void leavesItWhereItsOwnerNoLongerConsents() {
        // Given
        know(person.linkedEvent(2, 1, false));

        // When
        operations.publish(entity.withdrawn(2));

        // Then
        assertThat(stops()).isZero();
    }

    @Test
    void leavesItWhereItIsOptedInAgainWhenItRuns() {
        // Given
        heldBack();

        // When
        operations.publish(entity.preprovision(2, true).published(3));
        goOn();

        // Then
        assertThat(operations.failure(person, stopId())).isEqualTo("preprovision-not-allowed");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void asksForTheConsentAgainWhenItRuns() {
        // Given
        heldBack();

        // When
        know(person.linkedEvent(2, 1, false));
        goOn();

        // Then
        assertThat(operations.failure(person, stopId())).isEqualTo("preprovision-not-allowed");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void waitsWhileItIsPaused() {
        // Given
        heldBack();
        assertThat(builds()).isEqualTo(1);

        // When
        goOn();

        // Then
        operations.succeeded(person, stopId());
        assertThat(status()).isEqualTo("stopped");
    }

    /** No recording shows a workspace that was used, so the stand-in has none. */
    @Test
    void leavesWhatItsOwnerHasUsed() {
        // Given
        operations.publish(entity.withdrawn(2));
        operations.succeeded(person, stopId());
        var created = Instant.parse("2026-03-02T09:20:01.377Z");

        // Then
        assertThat(may.instead(stop(Cause.PREPROVISION), command(Cause.PREPROVISION), used(created, created)))
                .isEmpty();
        assertThat(may.instead(stop(Cause.PREPROVISION), command(Cause.PREPROVISION), used(created, null)))
                .isEmpty();
        assertThat(may.instead(
                        stop(Cause.PREPROVISION), command(Cause.PREPROVISION), used(created, created.plusSeconds(1))))
                .isPresent();
        assertThat(may.instead(stop(Cause.REQUESTED), command(Cause.REQUESTED), used(created, created.plusSeconds(1))))
                .isEmpty();
    }

    private void heldBack() {
        database.change(
                "INSERT INTO preprovision_pause VALUES ('default', true, now(), 'user:default/x', 'elsewhere')");
        operations.publish(entity.withdrawn(2));
        await().atMost(LONG)
                .until(() -> database.count(
                                "SELECT count(*) AS count FROM command WHERE id = ? AND lane LIKE 'held %'", stopId())
                        == 1);
    }

    private void goOn() {
        database.change("DELETE FROM preprovision_pause");
        database.change("UPDATE command SET due = now() WHERE id = ?", stopId());
        database.change("UPDATE owner_queue SET due = now() WHERE owner_key = ?", "default/" + person.ref());
    }

    private Operation stop(Cause cause) {
        return Operation.accepted(command(cause), 1, 1L, Instant.now());
    }

    private StopWorkspace command(Cause cause) {
        var now = Instant.now();
        return new StopWorkspace(
                stopId(), "default", person.ref(), person.ref(), cause, now, now.plusSeconds(60), workspaceId());
    }

    /** As it was before it was stopped. */
    private CoderWorkspace used(Instant createdAt, Instant lastUsedAt) {
        var id = workspaceId();
        var first = UUID.fromString(
                database.text("SELECT build_id::text AS text FROM workspace_origin WHERE workspace_id = ?", id));
        var job = new CoderWorkspace.Job("succeeded", null, null);
        return new CoderWorkspace(
                id,
                "mine",
                id,
                "jane",
                "devcontainers",
                id,
                createdAt,
                lastUsedAt,
                false,
                new CoderWorkspace.Health(true),
                new CoderWorkspace.Build(first, 1, id, id, "start", "running", job, null));
    }

    private UUID workspaceId() {
        return UUID.fromString(coders.workspace(entity.ref().name()).getString("id"));
    }

    private UUID stopId() {
        var created = PreprovisionId.of(entity.published(1), person.ref(), 1);
        return PreprovisionId.ofName("stop\ndefault\n" + created + "\n" + workspaceId());
    }

    private Entity withoutOptIn() {
        return Entity.named(entity.ref().name()).ownedBy(person.ref());
    }

    private String status() {
        return coders.workspace(entity.ref().name()).getString("latest_build.status");
    }

    private int builds() {
        return coders.workspace(entity.ref().name()).getInt("latest_build.build_number");
    }

    private long stops() {
        return database.count(
                "SELECT count(*) AS count FROM command WHERE owner_key = ? AND message_type LIKE '%.stop.%'",
                "default/" + person.ref());
    }

    private void look() {
        var list = person.list();
        Topics.send(list);
        operations.succeeded(person, list.id());
    }

    private void know(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }
}
