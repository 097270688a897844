package dev.greenroom.workspace.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.WorkspaceCommand;
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
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands wait, and their owner unlinks and links again meanwhile: another person's rights may be lent by then. */
@QuarkusTest
class LinkChangedTest {

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
    void somebodyLinkedAndNoTokenIsLent() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        coders = new CoderOf(coder, person);
        entity = Entity.some().ownedBy(person.ref());
        operations.publish(entity.published(1));
        auth.down(true);
    }

    @AfterEach
    void mend() {
        auth.down(false);
    }

    @Test
    void doesNotCarryOutUnderANewLinkWhatWasAskedForUnderTheOneBefore() {
        // Given
        account(person.linkedEvent(1, 1, false));
        var create = accepted(person.create(entity.ref()));
        var list = accepted(person.list());

        // When
        unlinkAndLinkAgain(false);

        // Then
        assertThat(operations.failure(person, create.id())).isEqualTo("link-changed");
        assertThat(operations.failure(person, list.id())).isEqualTo("link-changed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void carriesOutWhatIsAskedForUnderTheNewLink() {
        // Given
        account(person.linkedEvent(1, 1, false));
        unlinkAndLinkAgain(false);

        // When
        var create = accepted(person.create(entity.ref()));

        // Then
        operations.succeeded(person, create.id());
    }

    @Test
    void doesNotCarryOutUnderANewLinkWhatWasAskedForBeforeAndIsReadAfterIt() {
        // Given
        account(person.linkedEvent(1, 1, false));
        var create = person.create(entity.ref());
        var list = person.list();
        unlinkAndLinkAgain(false);

        // When
        Topics.send(create, list);

        // Then
        assertThat(operations.failure(person, create.id())).isEqualTo("link-changed");
        assertThat(operations.failure(person, list.id())).isEqualTo("link-changed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void doesNotCarryOutUnderANewLinkWhatIsReadBetweenTheUnlinkAndTheLink() {
        // Given
        account(person.linkedEvent(1, 1, false));
        var create = person.create(entity.ref());
        account(person.unlinkedEvent(2));
        accepted(create);

        // When
        auth.link(person.ref().toString(), person.coderToken(), 2);
        auth.down(false);
        account(person.linkedEvent(3, 2, false));

        // Then
        assertThat(operations.failure(person, create.id())).isEqualTo("link-changed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    /** The link that it was asked for under is never seen: the topic has forgotten it, or it is read behind the command. */
    @Test
    void doesNotCarryOutUnderANewLinkWhatIsReadBeforeAnyLink() {
        // Given
        auth.down(false);
        auth.link(person.ref().toString(), person.coderToken(), 2);
        var create = person.create(entity.ref());
        waiting(create);

        // When
        account(person.linkedEvent(3, 2, false));

        // Then
        assertThat(operations.failure(person, create.id())).isEqualTo("link-changed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void carriesOutWhatIsReadBeforeItsLink() {
        // Given
        auth.down(false);
        var linked = person.linkedEvent(1, 1, false);
        var create = person.create(entity.ref());
        waiting(create);

        // When
        account(linked);

        // Then
        operations.succeeded(person, create.id());
    }

    @Test
    void carriesOutWhatIsReadBeforeItsLinkAfterAnUnlink() {
        // Given
        auth.down(false);
        account(person.linkedEvent(1, 1, false));
        account(person.unlinkedEvent(2));
        auth.link(person.ref().toString(), person.coderToken(), 2);
        var linked = person.linkedEvent(3, 2, false);
        var create = person.create(entity.ref());
        waiting(create);

        // When
        account(linked);

        // Then
        operations.succeeded(person, create.id());
    }

    @Test
    void carriesOutWhatWasAskedForBeforeTheSameLinkWasToldOfAgain() {
        // Given
        account(person.linkedEvent(1, 1, false));
        var create = accepted(person.create(entity.ref()));

        // When
        account(person.relinkRequiredEvent(2));
        account(person.linkedEvent(3, 1, true));
        auth.down(false);

        // Then
        operations.succeeded(person, create.id());
    }

    @Test
    void goesOnWithAPreprovisioningThatItsOwnerHasAgreedToUnderTheNewLink() {
        // Given
        account(person.linkedEvent(1, 1, true));
        var optedIn = entity.preprovision(1, true).published(2);
        operations.publish(optedIn);
        var id = PreprovisionId.of(optedIn, person.ref(), 1);
        operations.accepted(person, id);

        // When
        unlinkAndLinkAgain(true);

        // Then
        operations.succeeded(person, id);
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
    }

    @Test
    void doesNotPreprovisionUnderANewLinkBeforeItIsKnownWhetherItsOwnerConsentsWithIt() {
        // Given
        account(person.linkedEvent(1, 1, true));
        auth.down(false);
        auth.link(person.ref().toString(), person.coderToken(), 2);
        var optedIn = entity.preprovision(1, true).published(2);
        var id = PreprovisionId.of(optedIn, person.ref(), 1);
        operations.publish(optedIn);
        untilItWaits(id);

        // When
        account(person.linkedEvent(2, 2, false));

        // Then
        assertThat(operations.failure(person, id)).isEqualTo("preprovision-not-allowed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    private WorkspaceCommand accepted(WorkspaceCommand command) {
        Topics.send(command);
        operations.accepted(person, command.id());
        return command;
    }

    /** It has tried, with a loan, and nothing came of it yet. */
    private void waiting(WorkspaceCommand command) {
        Topics.send(command);
        untilItWaits(command.id());
    }

    private void untilItWaits(UUID id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> auth.loansOf(person.ref().toString()) > 0
                        && database.count(
                                        "SELECT count(*) AS count FROM command"
                                                + " WHERE id = ? AND status = 'ACCEPTED' AND attempts > 0",
                                        id)
                                == 1);
    }

    private void unlinkAndLinkAgain(boolean consent) {
        auth.link(person.ref().toString(), person.coderToken(), 2);
        account(person.unlinkedEvent(2));
        account(person.linkedEvent(3, 2, consent));
        auth.down(false);
    }

    private void account(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }
}
