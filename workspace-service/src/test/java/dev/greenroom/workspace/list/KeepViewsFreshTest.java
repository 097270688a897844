package dev.greenroom.workspace.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.WorkspaceEvent.WorkspacesListed;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.coder.CoderClient;
import dev.greenroom.workspace.list.UpkeepStore.Due;
import dev.greenroom.workspace.loan.Loans;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the view shows of those who don't look at it. In tests nothing of that happens by itself. */
@QuarkusTest
class KeepViewsFreshTest {
    private static final int ALL = 10_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    UpkeepStore store;

    @Inject
    Loans loans;

    @Inject
    CoderClient coderClient;

    @Inject
    ReadWorkspaces read;

    private Person person;
    private CoderOf coders;

    @BeforeEach
    void somebodyLinked() {
        person = Person.linked(coder, auth, database);
        coders = new CoderOf(coder, person);
        // Of all whom other tests have linked nobody is due.
        letTimeForARoundPass();
        store.take(ALL, Duration.ZERO);
        makeDue(person);
    }

    @Test
    void showsWhatItsOwnerDidAtCoderThoughNobodyLooked() throws InterruptedException {
        coders.create("by-hand", "devcontainers", "https://github.com/acme/by-hand");

        round();

        var operations = new Operations(backstage, database);
        assertThat(operations.get(person, "/v1/workspaces").jsonPath().getList("items.name"))
                .containsExactly("by-hand");
    }

    @Test
    void tellsOfAListThatHasChangedSomethingAndOfNoOther() throws InterruptedException {
        coders.create("by-hand", "devcontainers", "https://github.com/acme/by-hand");

        round();
        makeDue(person);
        round();

        var events = Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> Topics.eventsOf(person.ref()),
                        all -> all.stream().anyMatch(WorkspacesListed.class::isInstance));
        var listed = events.stream()
                .filter(WorkspacesListed.class::isInstance)
                .map(WorkspacesListed.class::cast)
                .toList();
        assertThat(listed).singleElement().satisfies(event -> {
            assertThat(event.workspaceIds()).hasSize(1);
            assertThat(event.about()).isEqualTo(WorkspacesListed.idOf("default/" + person.ref()));
        });
    }

    @Test
    void tellsAuthServiceOfATokenThatCoderRefuses() throws InterruptedException {
        coders.delete(person.coderToken());

        round();

        assertThat(auth.refusalsOf(person.ref().toString())).isPositive();
    }

    @Test
    void readsNothingOfThoseWhoHaveNoLink() {
        var newcomer = Person.newcomer(coder);

        assertThat(store.take(ALL, Duration.ZERO))
                .extracting(Due::owner)
                .contains(person.ref())
                .doesNotContain(newcomer.ref());
    }

    @Test
    void takesNobodyAgainWhoseViewIsYoung() {
        assertThat(store.take(ALL, AN_HOUR)).extracting(Due::owner).containsExactly(person.ref());

        letTimeForARoundPass();

        assertThat(store.take(ALL, AN_HOUR)).isEmpty();
    }

    @Test
    void takesThoseWhoseViewIsOldestFirst() {
        var another = Person.linked(coder, auth, database);
        makeDue(another);
        makeDue(person);

        assertThat(store.take(1, AN_HOUR)).extracting(Due::owner).containsExactly(another.ref());
        letTimeForARoundPass();
        assertThat(store.take(1, AN_HOUR)).extracting(Due::owner).containsExactly(person.ref());
    }

    @Test
    void takesSoManyASecondHoweverManyReplicasThereAre() throws InterruptedException, ExecutionException {
        var another = Person.linked(coder, auth, database);
        makeDue(another);
        try (var replicas = Executors.newFixedThreadPool(8)) {
            Callable<List<Due>> take = () -> store.take(1, AN_HOUR);
            var taken = replicas.invokeAll(Stream.generate(() -> take).limit(8).toList());

            int count = 0;
            for (var one : taken) {
                count += one.get().size();
            }
            assertThat(count).isEqualTo(1);
        }
    }

    private void round() throws InterruptedException {
        var config = new UpkeepConfig() {
            @Override
            public int ownersPerSecond() {
                return 1;
            }

            @Override
            public Duration notBefore() {
                return AN_HOUR;
            }
        };
        new KeepViewsFresh(store, config, loans, coderClient, read, "default").round();
    }

    private void letTimeForARoundPass() {
        database.change("UPDATE view_upkeep SET taken_at = 'epoch'");
    }

    /** After all who are due already. */
    private void makeDue(Person who) {
        letTimeForARoundPass();
        database.change("""
                INSERT INTO viewed_owner (owner_key, tried_at) VALUES (?, clock_timestamp() - interval '1 day')
                ON CONFLICT (owner_key) DO UPDATE SET tried_at = excluded.tried_at, refreshed_at = NULL""", "default/" + who.ref());
    }
}
