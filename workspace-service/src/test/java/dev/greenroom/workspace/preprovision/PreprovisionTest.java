package dev.greenroom.workspace.preprovision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreprovisionTest {

    private static final String LOOKING =
            "SELECT count(*) AS count FROM pg_locks WHERE locktype = 'advisory' AND objid = 1735552624 AND ";

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    CatchUp catchUp;

    @Inject
    PreprovisionStore store;

    Operations operations;
    Person person;
    CoderOf coders;
    Entity entity;

    @BeforeEach
    void somebodyWithAnEntityWhoseAuthorHasOptedIn() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        coders = new CoderOf(coder, person);
        entity = Entity.some().ownedBy(person.ref()).preprovision(1, true);
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        auth.down(false);
    }

    @Test
    void createsOneWorkspaceHoweverOftenTheRestOfTheConfigurationChanges() {
        // Given
        account(true, 1);

        // When
        operations.publish(entity.published(1));
        operations.succeeded(person, commandId(1));
        operations.publish(entity.param("cpu", "4").published(2));
        operations.publish(entity.published(3));

        // Then
        assertThat(commands()).isEqualTo(1);
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void doesNothingWithoutConsentAndCatchesUpWhenItComes() {
        // Given
        account(false, 1);
        operations.publish(entity.published(1));
        assertThat(commands()).isZero();

        // When
        account(true, 2);

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(coders.workspaceNames()).hasSize(1);
    }

    @Test
    void catchesUpOnAllEntitiesButThoseThatOnlyALaterVersionCanRead() {
        // Given
        var unreadable = Entity.some().ownedBy(person.ref()).preprovision(1, true);
        operations.publish(entity.published(1));
        operations.publish(unreadable.published(1));
        database.change(
                "UPDATE entity_configuration SET message_type = 'CoderConfigSealed.v9' WHERE key = ?",
                unreadable.published(1).key());

        // When
        account(true, 1);

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(commands()).isEqualTo(1);
    }

    @Test
    void triesAgainWhatHasFailedOnceItsAuthorHasMendedIt() {
        // Given
        account(true, 1);
        operations.publish(entity.param("nonsense", "1").published(1));
        assertThat(operations.failure(person, commandId(1))).isEqualTo("parameter-unknown");

        // When
        operations.publish(entity.published(2));

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(coders.workspaceNames()).hasSize(1);
        assertThat(eventsOf(commandId(1)))
                .extracting(OperationChanged::status)
                .containsSubsequence(
                        OperationStatus.ACCEPTED,
                        OperationStatus.FAILED,
                        OperationStatus.ACCEPTED,
                        OperationStatus.SUCCEEDED);
        assertThat(eventsOf(commandId(1)))
                .extracting(OperationChanged::revision)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void triesAgainWhatHasFailedOnceItsOwnerHasMendedIt() {
        // Given
        auth.unlink(person.ref().toString());
        account(true, 1);
        operations.publish(entity.published(1));
        assertThat(operations.failure(person, commandId(1))).isEqualTo("account-required");
        auth.link(person.ref().toString(), person.coderToken(), 2);

        // When
        account(person.linkedEvent(2, 2, true));

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(coders.workspaceNames()).hasSize(1);
    }

    @Test
    void doesNothingWhileTheConfigurationIsNotReady() {
        // Given
        account(true, 1);
        var reason = new Reason("NO_REPO_URL", "metadata.annotations", "There is no repository.");
        operations.publish(entity.published(1, List.of(reason)));
        assertThat(commands()).isZero();

        // When
        operations.publish(entity.published(2));

        // Then
        operations.succeeded(person, commandId(1));
    }

    @Test
    void doesNothingForSomebodyWhoHasToLinkAnewUntilTheyHave() {
        // Given
        account(true, 1);
        account(person.relinkRequiredEvent(2));

        // When
        operations.publish(entity.published(1));

        // Then
        assertThat(commands()).isZero();
        account(true, 3);
        operations.succeeded(person, commandId(1));
    }

    @Test
    void letsNoOlderWordOfAnAccountBringBackAConsent() {
        // Given
        account(false, 5);

        // When
        Topics.send(person.linkedEvent(4, 1, true));
        account(false, 6);

        // Then
        operations.publish(entity.published(1));
        assertThat(commands()).isZero();
    }

    /** As after a start under another policy: nothing that comes later names this user or this entity. */
    @Test
    void catchesUpAtAStartWithWhatThePolicyDidNotAllowBefore() {
        // Given
        operations.publish(entity.published(1));
        database.change(
                "INSERT INTO coder_account (key, revision, linked, link_generation, preprovision_consent)"
                        + " VALUES (?, 1, true, 1, true)",
                "default/" + person.ref());

        // When
        catchUp.run();

        // Then
        operations.succeeded(person, commandId(1));
    }

    /** Of two transactions that don't see each other's rows neither would find that both together allow something. */
    @Test
    void looksAtConfigurationsAndAccountsOneTransactionAtATime() {
        // Given
        var release = new CountDownLatch(1);
        var other = Entity.some().ownedBy(person.ref());
        try (var somebodyElse = Executors.newVirtualThreadPerTaskExecutor()) {
            somebodyElse.execute(() -> QuarkusTransaction.requiringNew().run(() -> {
                store.lockOthersOut();
                awaitUninterruptibly(release);
            }));
            await().until(() -> database.count(LOOKING + "granted") == 1);

            // When
            Topics.send(person.linkedEvent(1, 1, true));
            await().until(() -> database.count(LOOKING + "NOT granted") == 1);
            Topics.send(other.published(1));

            // Then
            await().until(() -> database.count(LOOKING + "NOT granted") == 2);
            release.countDown();
        }
        await().until(() -> database.knows(other.published(1)) && database.knows(person.linkedEvent(1, 1, true)));
    }

    private static void awaitUninterruptibly(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNothingForPeopleWithoutAnAccount() {
        // When
        operations.publish(entity.published(1));

        // Then
        assertThat(commands()).isZero();
    }

    @Test
    void createsAgainWhenTheAuthorOptsInAnewAndNotWhenAUserDeletesTheWorkspace() {
        // Given
        account(true, 1);
        operations.publish(entity.published(1));
        operations.succeeded(person, commandId(1));
        coders.build(entity.ref().name(), "delete");
        await().until(() -> coders.workspaceNames().isEmpty());
        operations.publish(entity.param("cpu", "4").published(2));
        catchUp.run();
        assertThat(commands()).isEqualTo(1);
        assertThat(database.count(
                        "SELECT count(*) AS count FROM preprovision_due WHERE owner_key = ?",
                        "default/" + person.ref()))
                .isZero();

        // When
        operations.publish(entity.preprovision(2, true).published(3));

        // Then
        operations.succeeded(person, commandId(2));
        assertThat(coders.workspaceNames()).hasSize(1);
    }

    @Test
    void givesNobodyASecondWorkspaceForTheirRepository() {
        // Given
        coders.create("mine", "devcontainers", entity.repository() + "/");
        account(true, 1);

        // When
        operations.publish(entity.published(1));

        // Then
        var operation = operations.succeeded(person, commandId(1));
        assertThat(operation.getString("workspace.name")).isEqualTo("mine");
        assertThat(coders.workspaceNames()).containsExactly("mine");
    }

    @Test
    void checksTheConsentAgainWhenItRuns() {
        // Given
        account(true, 1);
        auth.down(true);
        operations.publish(entity.published(1));
        account(false, 2);

        // When
        auth.down(false);

        // Then
        assertThat(operations.failure(person, commandId(1))).isEqualTo("preprovision-not-allowed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void checksTheAuthorsOptInAgainWhenItRuns() {
        // Given
        account(true, 1);
        auth.down(true);
        operations.publish(entity.published(1));

        // When
        operations.publish(withoutOptIn().published(2));
        auth.down(false);

        // Then
        assertThat(operations.failure(person, commandId(1))).isEqualTo("preprovision-not-allowed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void leavesItToTheNewerOptInWhereThereIsOneWhenItRuns() {
        // Given
        account(true, 1);
        auth.down(true);
        operations.publish(entity.published(1));

        // When
        operations.publish(entity.preprovision(2, true).published(2));
        auth.down(false);

        // Then
        assertThat(operations.failure(person, commandId(1))).isEqualTo("preprovision-not-allowed");
        operations.succeeded(person, commandId(2));
        assertThat(coders.workspaceNames()).hasSize(1);
    }

    /** As one that was made while the operator still allowed it: now another template is wanted, which is not. */
    @Test
    void checksTheOperatorsPolicyAgainWhenItRuns() {
        // Given
        account(true, 1);
        var forbidden = entity.template("slow");
        operations.publish(forbidden.published(1));
        assertThat(commands()).isZero();
        var made = commandOf(forbidden);

        // When
        Topics.send(made);

        // Then
        assertThat(operations.failure(person, made.id())).isEqualTo("preprovision-not-allowed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    /** Neither when it is read, nor at a link, a consent or a start: connecting a catalog creates nothing. */
    @Test
    void doesNothingForAnOptInOfTheSnapshotWhateverComesLater() {
        // Given
        account(false, 1);
        operations.publish(entity.inSnapshot().published(1));

        // When
        account(true, 2);
        catchUp.run();
        operations.publish(entity.inSnapshot().param("cpu", "4").published(2));

        // Then
        assertThat(commands()).isZero();
        operations.publish(entity.preprovision(2, true).published(3));
        operations.succeeded(person, commandId(2));
        assertThat(commands()).isEqualTo(1);
    }

    /** As one that was made while the operator still allowed the snapshot. */
    @Test
    void checksAgainWhenItRunsWhetherTheSnapshotIsAllowed() {
        // Given
        account(true, 1);
        operations.publish(entity.inSnapshot().published(1));
        var made = commandOf(entity);

        // When
        Topics.send(made);

        // Then
        assertThat(operations.failure(person, made.id())).isEqualTo("preprovision-not-allowed");
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void createsForThoseOwnersOnlyWhomTheAuthorNames() {
        // Given
        var other = Person.linked(coder, auth);
        var stranger = Person.linked(coder, auth);
        account(true, 1);
        Topics.send(other.linkedEvent(1, 1, true), stranger.linkedEvent(1, 1, true));
        await().until(() ->
                database.knows(stranger.linkedEvent(1, 1, true)) && database.knows(other.linkedEvent(1, 1, true)));

        // When
        operations.publish(entity.ownedBy(person.ref(), other.ref())
                .preprovision(1, true, person.ref(), stranger.ref())
                .published(1));

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(commandsFor(other)).isZero();
        assertThat(commandsFor(stranger)).isZero();
    }

    @Test
    void obeysTheOperatorsPolicy() {
        // Given
        account(true, 1);

        // When
        operations.publish(entity.in("forbidden").published(1));
        operations.publish(entity.template("slow").published(1));

        // Then
        assertThat(commands()).isZero();
    }

    @Test
    void stopsTheWorkspaceAfterItsFirstBuildWhereTheAuthorWantsItSo() {
        // Given
        account(true, 1);

        // When
        operations.publish(entity.preprovision(1, false).published(1));

        // Then
        var operation = operations.succeeded(person, commandId(1));
        assertThat(operation.getString("workspace.status")).isEqualTo("stopped");
        assertThat(coders.workspace(entity.ref().name()).getInt("latest_build.build_number"))
                .isEqualTo(2);
    }

    @Test
    void givesTheWorkspaceTheTimeToLiveThatTheAuthorWants() {
        // Given
        account(true, 1);

        // When
        operations.publish(entity.ttl(Duration.ofMinutes(90)).published(1));

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(coders.workspace(entity.ref().name()).getLong("ttl_ms"))
                .isEqualTo(Duration.ofMinutes(90).toMillis());
    }

    @Test
    void leavesTheTimeToLiveOfWhatSomebodyAskedForToTheTemplate() {
        // Given
        account(false, 1);
        operations.publish(entity.ttl(Duration.ofMinutes(90)).published(1));
        var create = person.create(entity.ref());

        // When
        Topics.send(create);

        // Then
        operations.succeeded(person, create.id());
        assertThat(coders.workspace(entity.ref().name()).getLong("ttl_ms"))
                .isEqualTo(Duration.ofHours(8).toMillis());
    }

    @Test
    void keepsTheWorkspaceWhenItsEntityLeavesTheCatalog() {
        // Given
        account(true, 1);
        operations.publish(entity.published(1));
        operations.succeeded(person, commandId(1));

        // When
        operations.publish(entity.withdrawn(2));

        // Then
        assertThat(commands()).isEqualTo(1);
        assertThat(status()).isEqualTo("running");
    }

    @Test
    void leavesRunningWhatItsUserHasStartedSince() {
        // Given
        account(true, 1);
        coder.faults().on("GET", "/api/v2/workspaces/").dropBeforeEffect();
        operations.publish(entity.preprovision(1, false).published(1));
        await().until(() -> status().equals("running"));
        coders.build(entity.ref().name(), "stop");
        await().until(() -> status().equals("stopped"));
        coders.build(entity.ref().name(), "start");

        // When
        coder.faults().clear();

        // Then
        operations.succeeded(person, commandId(1));
        await().until(() -> status().equals("running"));
        assertThat(coders.workspace(entity.ref().name()).getInt("latest_build.build_number"))
                .isEqualTo(3);
    }

    private String status() {
        return String.valueOf(coders.workspace(entity.ref().name()).getString("latest_build.status"));
    }

    @Test
    void stopsOnceWhenTheAnswerIsLost() {
        // Given
        account(true, 1);
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).dropAfterEffect();

        // When
        operations.publish(entity.preprovision(1, false).published(1));

        // Then
        operations.succeeded(person, commandId(1));
        assertThat(coders.workspace(entity.ref().name()).getInt("latest_build.build_number"))
                .isEqualTo(2);
    }

    private void account(boolean consent, long revision) {
        account(person.linkedEvent(revision, 1, consent));
    }

    private void account(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }

    private UUID commandId(long generation) {
        return PreprovisionId.of(entity.published(1), person.ref(), generation);
    }

    private Entity withoutOptIn() {
        return Entity.named(entity.ref().name()).ownedBy(person.ref());
    }

    private CreateWorkspace commandOf(Entity wanted) {
        var id = PreprovisionId.of(wanted.published(1), person.ref(), 1);
        return person.preprovisioned(id, wanted.ref());
    }

    private long commands() {
        return commandsFor(person);
    }

    private List<OperationChanged> eventsOf(UUID id) {
        return Topics.eventsOf(person.ref()).stream()
                .filter(OperationChanged.class::isInstance)
                .map(OperationChanged.class::cast)
                .filter(event -> event.about().equals(id))
                .toList();
    }

    private long commandsFor(Person owner) {
        return database.count(
                "SELECT count(*) AS count FROM command WHERE owner_key = ? AND message ->> 'cause' = 'PREPROVISION'",
                "default/" + owner.ref());
    }
}
