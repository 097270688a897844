package dev.greenroom.workspace.preprovision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.UserRef;
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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of 3 for a user and for an entity, and of 500 within the hour: what they don't allow yet waits for its turn. */
@QuarkusTest
class PreprovisionLimitsTest {

    private static final int MOST = 3;

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    Preprovision preprovision;

    @Inject
    MakeDueLater later;

    @Inject
    Waiting waiting;

    Operations operations;
    Person person;

    @BeforeEach
    void somebodyWhoConsents() {
        operations = new Operations(backstage, database);
        person = consenting();
        anHourHasPassed();
        database.change("DELETE FROM preprovision_due");
    }

    @AfterEach
    void mend() {
        anHourHasPassed();
        auth.down(false);
    }

    @Test
    void givesAUserTheNextOneOnceTheyHaveDeletedOne() {
        // Given
        var entities = some(MOST + 1, person);
        publish(entities);
        entities.subList(0, MOST).forEach(entity -> operations.succeeded(person, idOf(entity, person)));
        later.look();
        assertThat(isDue(entities.getLast())).isTrue();
        assertThat(waiting.count()).containsEntry("max-per-user", 1L).containsEntry("max-per-hour", 0L);

        // When
        delete(person, entities.getFirst());
        later.look();

        // Then
        operations.succeeded(person, idOf(entities.getLast(), person));
        assertThat(names(person))
                .containsExactlyInAnyOrderElementsOf(entities.subList(1, MOST + 1).stream()
                        .map(entity -> entity.ref().name())
                        .toList());
        assertThat(waiting.count()).containsEntry("max-per-user", 0L);
    }

    /** They are there, whoever sees them: a view that shows nothing just now frees no room. */
    @Test
    void givesNobodyMoreForUnlinkingAndLinkingAgain() {
        // Given
        var entities = some(MOST + 1, person);
        publish(entities);
        entities.subList(0, MOST).forEach(entity -> operations.succeeded(person, idOf(entity, person)));

        // When
        know(person.unlinkedEvent(2));
        auth.link(person.ref().toString(), person.coderToken(), 2);
        know(person.linkedEvent(3, 2, true));
        later.look();

        // Then
        assertThat(isDue(entities.getLast())).isTrue();
        assertThat(names(person)).hasSize(MOST);
    }

    @Test
    void countsThoseInTheMaking() {
        // Given
        auth.down(true);
        var entities = some(MOST + 1, person);

        // When
        publish(entities);

        // Then
        assertThat(entities).map(this::isMadeForTheFirst).containsExactly(true, true, true, false);
        later.look();
        assertThat(isDue(entities.getLast())).isTrue();
    }

    @Test
    void doesNotCountWhatHasFailedAndLeftNothing() {
        // Given
        var failing = some(MOST, person).stream()
                .map(entity -> entity.param("nonsense", "1"))
                .toList();
        publish(failing);
        failing.forEach(entity -> operations.failure(person, idOf(entity, person)));

        // When
        var sound = some(1, person);
        publish(sound);

        // Then
        operations.succeeded(person, idOf(sound.getFirst(), person));
    }

    @Test
    void doesNotCountWhatTheUserHasMadeByThemselves() {
        // Given
        var own = some(MOST, person);
        own.forEach(
                entity -> new CoderOf(coder, person).create(entity.ref().name(), "devcontainers", entity.repository()));
        publish(own);
        own.forEach(entity -> operations.succeeded(person, idOf(entity, person)));

        // When
        var next = some(1, person);
        publish(next);

        // Then
        operations.succeeded(person, idOf(next.getFirst(), person));
    }

    @Test
    void givesAnEntityNoMoreThanItsLimitAndTheFirstByReference() {
        // Given
        var owners = owners(MOST + 2);
        var entity = ownedBy(owners);

        // When
        operations.publish(entity.published(1));

        // Then
        var first = owners.subList(0, MOST);
        first.forEach(owner -> operations.succeeded(owner, idOf(entity, owner)));
        later.look();
        assertThat(owners).filteredOn(owner -> isMade(entity, owner)).isEqualTo(first);
        assertThat(waiting.count()).containsEntry("max-per-entity", 2L);
    }

    @Test
    void givesAnEntityNoMoreThanItsAuthorWantsAndTheNextOwnerTheirsOnceOneIsGone() {
        // Given
        var owners = owners(MOST);
        var entity = ownedBy(owners).maxWorkspaces(1);
        operations.publish(entity.published(1));
        operations.succeeded(owners.getFirst(), idOf(entity, owners.getFirst()));
        later.look();
        assertThat(owners).filteredOn(owner -> isMade(entity, owner)).hasSize(1);

        // When
        delete(owners.getFirst(), entity);
        later.look();

        // Then
        operations.succeeded(owners.get(1), idOf(entity, owners.get(1)));
        later.look();
        assertThat(owners).filteredOn(owner -> isMade(entity, owner)).isEqualTo(owners.subList(0, 2));
        assertThat(names(owners.getFirst())).isEmpty();
    }

    @Test
    void givesNoMoreThanTheOperatorAllowsWhateverTheAuthorWants() {
        // Given
        var owners = owners(MOST + 1);
        var entity = ownedBy(owners).maxWorkspaces(100);

        // When
        operations.publish(entity.published(1));

        // Then
        assertThat(owners).filteredOn(owner -> isMade(entity, owner)).hasSize(MOST);
    }

    @Test
    void takesAnAuthorsNextWordOnHowManyThereMayBe() {
        // Given
        var owners = owners(2);
        var entity = ownedBy(owners);
        operations.publish(entity.maxWorkspaces(1).published(1));
        assertThat(isMade(entity, owners.getLast())).isFalse();

        // When
        operations.publish(entity.maxWorkspaces(2).published(2));

        // Then
        operations.succeeded(owners.getLast(), idOf(entity, owners.getLast()));
    }

    @Test
    void beginsNoMoreWithinAnHourAndStandsInNobodysWayMeanwhile() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(2, person);
        publish(entities);
        later.look();
        assertThat(entities).noneMatch(this::isMadeForTheFirst);
        assertThat(waiting.count()).containsEntry("max-per-hour", 2L);
        var asked = person.create(entities.getFirst().ref());
        Topics.send(asked);
        operations.succeeded(person, asked.id());

        // When
        anHourHasPassed();
        later.look();

        // Then
        entities.forEach(entity -> operations.succeeded(person, idOf(entity, person)));
        assertThat(names(person)).hasSize(2);
        assertThat(database.count("SELECT count(*) AS count FROM preprovision_made"))
                .isEqualTo(2);
    }

    @Test
    void begins500WithinTheHourAndNotOneMore() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(2, person);
        publish(entities);

        // When
        anHourHasPassed();
        database.change(
                "INSERT INTO preprovision_made SELECT now() - interval '59 minutes' FROM generate_series(1, 499)");
        later.look();

        // Then
        assertThat(entities).map(this::isMadeForTheFirst).containsExactly(true, false);
    }

    @Test
    void countsForAnHour() {
        // Given
        database.change(
                "INSERT INTO preprovision_made SELECT now() - interval '61 minutes' FROM generate_series(1, 500)");
        var entities = some(1, person);

        // When
        publish(entities);

        // Then
        assertThat(isMadeForTheFirst(entities.getFirst())).isTrue();
        assertThat(database.count("SELECT count(*) AS count FROM preprovision_made"))
                .isEqualTo(1);
    }

    @Test
    void makesOfWhatIsDueAtTheSameTimeWhatCameFirst() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(MOST + 2, person);
        publish(entities);

        // When
        anHourHasPassed();
        later.look();

        // Then
        assertThat(entities).map(this::isMadeForTheFirst).containsExactly(true, true, true, false, false);
    }

    @Test
    void keepsItsPlaceWhileItsEntityChanges() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(2, person);
        publish(entities);

        // When
        operations.publish(entities.getFirst().param("cpu", "4").published(2));

        // Then
        assertThat(database.count(
                        "SELECT count(*) AS count FROM preprovision_due one JOIN preprovision_due other"
                                + " ON one.seq < other.seq WHERE one.id = ? AND other.id = ?",
                        idOf(entities.getFirst(), person),
                        idOf(entities.getLast(), person)))
                .isEqualTo(1);
    }

    @Test
    void forgetsWhatIsNoLongerAgreedOn() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(5, person);
        publish(entities);
        var withdrawn = entities.getFirst();
        var invalid = entities.get(1);
        var optedOut = Entity.named(entities.get(2).ref().name()).ownedBy(person.ref());
        var optedInAnew = entities.get(3);

        // When
        operations.publish(withdrawn.withdrawn(2), invalid.invalid(2), optedOut.published(2));
        operations.publish(optedInAnew.preprovision(2, true).published(2));

        // Then
        assertThat(entities).map(this::isDue).containsExactly(false, false, false, false, true);
        assertThat(dueOf(person)).isEqualTo(2);
        know(person.linkedEvent(2, 1, false));
        assertThat(dueOf(person)).isZero();
    }

    /** As after a start under another policy, which no event tells of. */
    @Test
    void looksOnceMoreWhetherAllAgreeBeforeItIsMade() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(1, person);
        publish(entities);
        database.change(
                "UPDATE coder_account SET preprovision_consent = false WHERE key = ?", "default/" + person.ref());

        // When
        anHourHasPassed();
        later.look();

        // Then
        assertThat(isMadeForTheFirst(entities.getFirst())).isFalse();
        assertThat(dueOf(person)).isZero();
    }

    @Test
    void letsWhatCanNotBeReadYetWaitAndTheOthersPass() {
        // Given
        somebodyElseHasUsedUpTheHour();
        var entities = some(2, person);
        publish(entities);
        database.change(
                "UPDATE entity_configuration SET message_type = 'CoderConfigSealed.v9' WHERE key = ?",
                entities.getFirst().published(1).key());

        // When
        anHourHasPassed();
        later.look();

        // Then
        operations.succeeded(person, idOf(entities.getLast(), person));
        assertThat(isDue(entities.getFirst())).isTrue();
        database.change("DELETE FROM entity_configuration WHERE message_type = 'CoderConfigSealed.v9'");
    }

    /** Each sees its own user only, as transactions of several replicas do: together they would take the place twice. */
    @Test
    void givesOnePlaceToOneOfThoseWhoComeAtTheSameTime() throws Exception {
        for (int round = 0; round < 5; round++) {
            // Given
            var owners = owners(8);
            var entity = ownedBy(owners).maxWorkspaces(1);
            auth.down(true);
            somebodyElseHasUsedUpTheHour();
            operations.publish(entity.published(1));
            database.change("DELETE FROM preprovision_due");
            anHourHasPassed();

            // When
            var together = new CyclicBarrier(owners.size());
            try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var tried : owners.stream()
                        .map(owner -> replicas.submit(() -> {
                            together.await();
                            QuarkusTransaction.requiringNew()
                                    .run(() -> preprovision.catchUp("default", List.of(owner.ref())));
                            return true;
                        }))
                        .toList()) {
                    tried.get();
                }
            }

            // Then
            assertThat(owners).filteredOn(owner -> isMade(entity, owner)).hasSize(1);
            assertThat(database.count(
                            "SELECT count(*) AS count FROM preprovision_due WHERE entity_ref = ?",
                            entity.ref().toString()))
                    .isEqualTo(owners.size() - 1);
        }
    }

    private void somebodyElseHasUsedUpTheHour() {
        database.change("INSERT INTO preprovision_made SELECT now() FROM generate_series(1, 500)");
    }

    private void anHourHasPassed() {
        database.change("DELETE FROM preprovision_made");
    }

    private Person consenting() {
        var somebody = Person.linked(coder, auth);
        know(somebody.linkedEvent(1, 1, true));
        return somebody;
    }

    private void know(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }

    /** By reference. */
    private List<Person> owners(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> consenting())
                .sorted(Comparator.comparing(Person::ref))
                .toList();
    }

    private static Entity ownedBy(List<Person> owners) {
        return Entity.some()
                .ownedBy(owners.stream().map(Person::ref).toArray(UserRef[]::new))
                .preprovision(1, true);
    }

    private static List<Entity> some(int count, Person owner) {
        return Stream.generate(() -> Entity.some().ownedBy(owner.ref()).preprovision(1, true))
                .limit(count)
                .toList();
    }

    private void publish(List<Entity> entities) {
        entities.forEach(entity -> operations.publish(entity.published(1)));
    }

    private void delete(Person owner, Entity entity) {
        new CoderOf(coder, owner).build(entity.ref().name(), "delete");
        await().until(() -> !names(owner).contains(entity.ref().name()));
        var look = owner.list();
        Topics.send(look);
        operations.succeeded(owner, look.id());
    }

    private List<String> names(Person owner) {
        return new CoderOf(coder, owner).workspaceNames();
    }

    private static UUID idOf(Entity entity, Person owner) {
        return PreprovisionId.of(entity.published(1), owner.ref(), 1);
    }

    private boolean isMadeForTheFirst(Entity entity) {
        return isMade(entity, person);
    }

    private boolean isMade(Entity entity, Person owner) {
        return database.count("SELECT count(*) AS count FROM command WHERE id = ?", idOf(entity, owner)) == 1;
    }

    private boolean isDue(Entity entity) {
        return database.count("SELECT count(*) AS count FROM preprovision_due WHERE id = ?", idOf(entity, person)) == 1
                && !isMadeForTheFirst(entity);
    }

    private long dueOf(Person owner) {
        return database.count(
                "SELECT count(*) AS count FROM preprovision_due WHERE owner_key = ?", "default/" + owner.ref());
    }
}
