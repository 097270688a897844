package dev.greenroom.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Drift;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceChanged;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceDrifted;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import dev.greenroom.workspace.preprovision.PreprovisionId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workspaces whose entity's configuration is another by now than what they were created from. */
@QuarkusTest
class DriftTest {

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    Operations operations;
    Person person;
    CoderOf coders;
    Entity entity;

    @BeforeEach
    void somebodyWithAnEntity() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        coders = new CoderOf(coder, person);
        entity = Entity.some().ownedBy(person.ref()).preprovision(1, true);
        know(person.linkedEvent(1, 1, true));
    }

    @Test
    void isShownAndToldAndNothingIsDoneAboutIt() {
        // Given
        preprovisioned();

        // When
        operations.publish(entity.template("minimal").param("cpu", "s3cret").published(2));

        // Then
        assertThat(drifted()).isEqualTo(Map.of("template", true, "preset", false, "params", List.of("cpu")));
        assertThat(told()).containsExactly(new Drift(true, false, List.of("cpu")));
        assertThat(events()).noneMatch(event -> event.toString().contains("s3cret"));
        assertThat(coders.workspace(entity.ref().name()).getInt("latest_build.build_number"))
                .isEqualTo(1);
        assertThat(database.count(
                        "SELECT count(*) AS count FROM command WHERE owner_key = ?", "default/" + person.ref()))
                .isEqualTo(1);
    }

    @Test
    void settlesWhenTheConfigurationGoesBack() {
        // Given
        preprovisioned();
        operations.publish(entity.param("cpu", "8").published(2));
        assertThat(drifted()).isNotNull();

        // When
        operations.publish(entity.published(3));

        // Then
        assertThat(drifted()).isNull();
        assertThat(told()).containsExactly(new Drift(false, false, List.of("cpu")), null);
    }

    @Test
    void isToldOnceForEachChangeAndInTheOrderOfItsWorkspace() {
        // Given
        preprovisioned();

        // When
        operations.publish(entity.param("cpu", "8").published(2));
        operations.publish(entity.param("cpu", "16").published(3));
        operations.publish(entity.param("cpu", "16").param("disk", "9").published(4));
        look();

        // Then
        assertThat(told())
                .containsExactly(
                        new Drift(false, false, List.of("cpu")), new Drift(false, false, List.of("cpu", "disk")));
        assertThat(events())
                .filteredOn(event -> event instanceof WorkspaceChanged || event instanceof WorkspaceDrifted)
                .extracting(WorkspaceEvent::revision)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void isOfWhatSomebodyAskedForToo() {
        // Given
        operations.publish(withoutOptIn().published(1));
        var create = person.create(entity.ref(), null, Map.of("repo", "custom"));
        Topics.send(create);
        operations.succeeded(person, create.id());

        // When
        operations.publish(withoutOptIn().param("repo", "auto").published(2));
        assertThat(drifted()).isNull();
        operations.publish(withoutOptIn().param("region", "us").published(3));

        // Then
        assertThat(drifted()).isEqualTo(Map.of("template", false, "preset", false, "params", List.of("region")));
        assertThat(operations.operation(person, create.id()).jsonPath().getList("workspace.drifted.params"))
                .isEqualTo(List.of("region"));
    }

    @Test
    void isNotOfWhatAUserHasMadeByThemselves() {
        // Given
        coders.create("mine", "devcontainers", entity.repository());
        preprovisioned();

        // When
        operations.publish(entity.template("minimal").published(2));
        look();

        // Then
        assertThat(drifted()).isNull();
        assertThat(told()).isEmpty();
    }

    /** The name is taken by one that was made by hand, which is as good: it was not created from this configuration. */
    @Test
    void isNotOfWhatWasThereBeforeItWasAskedFor() {
        // Given
        operations.publish(withoutOptIn().published(1));
        coders.create(entity.ref().name(), "devcontainers", entity.repository());
        var create = person.create(entity.ref());
        auth.down(true);
        Topics.send(create);
        operations.accepted(person, create.id());
        database.change("UPDATE command SET accepted_at = now() + interval '2 minutes' WHERE id = ?", create.id());
        auth.down(false);
        operations.succeeded(person, create.id());

        // When
        operations.publish(withoutOptIn().template("minimal").published(2));

        // Then
        assertThat(coders.workspaceNames()).hasSize(1);
        assertThat(drifted()).isNull();
    }

    @Test
    void staysAsItWasWhileTheConfigurationCanNotBeUsed() {
        // Given
        preprovisioned();
        operations.publish(entity.param("cpu", "8").published(2));

        // When
        operations.publish(entity.invalid(3));
        look();
        operations.publish(entity.withdrawn(4));
        look();

        // Then
        assertThat(drifted()).isNotNull();
        assertThat(told()).hasSize(1);
    }

    @Test
    void isInWhatIsToldOfAWorkspaceThatIsShownAgain() {
        // Given
        preprovisioned();
        operations.publish(entity.param("cpu", "8").published(2));
        know(person.unlinkedEvent(2));
        operations.publish(entity.param("cpu", "8").param("disk", "9").published(3));
        assertThat(told()).hasSize(1);

        // When
        auth.link(person.ref().toString(), person.coderToken(), 2);
        know(person.linkedEvent(3, 2, true));
        look();

        // Then
        var both = new Drift(false, false, List.of("cpu", "disk"));
        assertThat(told()).containsExactly(new Drift(false, false, List.of("cpu")), both);
        assertThat(drifted()).isNotNull();
        assertThat(events())
                .filteredOn(WorkspaceChanged.class::isInstance)
                .last()
                .satisfies(event -> assertThat(
                                ((WorkspaceChanged) event).workspace().drifted())
                        .isNotNull());
    }

    @AfterEach
    void mend() {
        auth.down(false);
    }

    private void preprovisioned() {
        var published = entity.published(1);
        operations.publish(published);
        operations.succeeded(person, PreprovisionId.of(published, person.ref(), 1));
    }

    private Entity withoutOptIn() {
        return Entity.named(entity.ref().name()).ownedBy(person.ref());
    }

    private Object drifted() {
        return operations.get(person, "/v1/workspaces").jsonPath().get("items[0].drifted");
    }

    private List<Drift> told() {
        return events().stream()
                .filter(WorkspaceDrifted.class::isInstance)
                .map(event -> ((WorkspaceDrifted) event).drifted())
                .toList();
    }

    /** Those that were told before this was asked for. */
    private List<WorkspaceEvent> events() {
        await().until(() -> database.count("SELECT count(*) AS count FROM outbox") == 0);
        return Topics.eventsOf(person.ref());
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
