package dev.greenroom.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceChanged;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceRemoved;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a link showed is no longer shown when it has ended, and comes back with a list of the next one. */
@QuarkusTest
class ClearEndedLinksTest {

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    Operations operations;
    Person person;

    @BeforeEach
    void somebodyWhoseWorkspaceIsShown() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        new CoderOf(coder, person).create("mine", "devcontainers", "https://github.com/acme/mine");
        account(person.linkedEvent(1, 1, false));
        list();
        assertThat(names()).containsExactly("mine");
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
    }

    @Test
    void showsNothingAfterAnUnlinkAndTellsSoUntilTheNextLinkIsListed() {
        // When
        account(person.unlinkedEvent(2));

        // Then
        assertThat(names()).isEmpty();
        assertThat(workspaces().getBoolean("refreshDue")).isFalse();
        relink(3);
        assertThat(names()).isEmpty();
        assertThat(workspaces().getString("refreshedAt")).isNull();
        assertThat(workspaces().getBoolean("refreshDue")).isTrue();
        list();
        assertThat(names()).containsExactly("mine");
        var told = await().atMost(Duration.ofSeconds(10)).until(this::toldOfWorkspaces, events -> events.size() == 3);
        assertThat(told)
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(WorkspaceChanged.class, WorkspaceRemoved.class, WorkspaceChanged.class);
        assertThat(told).extracting(WorkspaceEvent::revision).containsExactly(1L, 2L, 3L);
    }

    /** Both may be read together: what counts is not only where it ends. */
    @Test
    void showsNothingOfTheLinkBeforeWhereUnlinkAndLinkComeAtOnce() {
        // When
        auth.link(person.ref().toString(), person.coderToken(), 2);
        Topics.send(person.unlinkedEvent(2), person.linkedEvent(3, 2, false));

        // Then
        await().until(() -> database.knows(person.linkedEvent(3, 2, false)));
        assertThat(names()).isEmpty();
    }

    @Test
    void showsNothingOfTheLinkBeforeWhereAnotherCoderAccountIsLinkedInItsPlace() {
        // When
        account(person.linkedEvent(2, 2, false));

        // Then
        assertThat(names()).isEmpty();
    }

    @Test
    void goesOnShowingWhatIsThereWhileAnAccountNeedsItsUserAndWhenTheyHaveLinkedItAgain() {
        // When
        account(person.relinkRequiredEvent(2));

        // Then
        assertThat(names()).containsExactly("mine");
        account(person.linkedEvent(3, 1, true));
        assertThat(names()).containsExactly("mine");
    }

    @Test
    void doesNotBringBackWhatWasBeingReadWhenTheLinkEnded() {
        // Given
        coder.faults().on("GET", "/api/v2/workspaces").times(1).delay(Duration.ofMillis(1500));
        var list = person.list();
        Topics.send(list);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> coder.faults().rules().isEmpty());

        // When
        account(person.unlinkedEvent(2));

        // Then
        operations.settled(person, list.id());
        assertThat(names()).isEmpty();
    }

    @Test
    void takesNothingBackForATombstone() {
        // Given
        account(person.unlinkedEvent(2));
        relink(3);
        list();

        // When
        Topics.sendRaw(List.of(Topics.tombstone(person.unlinkedEvent(2))));
        account(person.linkedEvent(4, 2, true));

        // Then
        assertThat(names()).containsExactly("mine");
        assertThat(workspaces().getBoolean("refreshDue")).isFalse();
    }

    private void relink(long revision) {
        auth.link(person.ref().toString(), person.coderToken(), 2);
        account(person.linkedEvent(revision, 2, false));
    }

    private void list() {
        var list = person.list();
        Topics.send(list);
        operations.succeeded(person, list.id());
    }

    private JsonPath workspaces() {
        return operations.get(person, "/v1/workspaces").jsonPath();
    }

    private List<String> names() {
        return workspaces().getList("items.name");
    }

    private List<WorkspaceEvent> toldOfWorkspaces() {
        return Topics.eventsOf(person.ref()).stream()
                .filter(event -> event instanceof WorkspaceChanged || event instanceof WorkspaceRemoved)
                .toList();
    }

    /** As auth-service does: where a link ends, its tombstone follows. */
    private void account(CoderAccountEvent event) {
        Topics.sendRaw(Stream.of(event)
                .flatMap(each -> each.endsItsKey()
                        ? Stream.of(Topics.encoded(each), Topics.tombstone(each))
                        : Stream.of(Topics.encoded(each)))
                .toList());
        await().until(() -> database.knows(event));
    }
}
