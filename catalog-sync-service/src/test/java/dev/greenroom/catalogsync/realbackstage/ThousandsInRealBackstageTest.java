package dev.greenroom.catalogsync.realbackstage;

import static dev.greenroom.catalogsync.realbackstage.RealCatalog.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.poll.TestPasses;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.backstage.CatalogChoice;
import dev.greenroom.standins.backstage.RealBackstage;
import dev.greenroom.standins.backstage.RealBackstageOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What authors do among 5,000 entities of a real Backstage, and what the topic ends with. A pass is made where Backstage
 * shows what was done; for how long something has been missing is told to the database.
 */
@Tag("backstage")
@QuarkusTest
@TestProfile(ThousandsProfile.class)
class ThousandsInRealBackstageTest {
    private static final int AT_FIRST = Multitude.COMPONENTS + Authors.AT_FIRST;
    private static final int PAGE = 500;
    /** Backstage takes less than one, with a core to itself. */
    private static final Duration TO_READ_IT_ALL = Duration.ofMinutes(10);

    /** {@link Authors} do what the second column says. */
    private static final List<Row> TABLE = Row.table("""
            edited             | another template                     | Published | go   | 2 | jane      | 2
            reverted           | another template, and back           | Published | java | 2 | jane      | 3
            other-parameters   | another parameter                    | Published | java | 4 | jane      | 2
            described          | another description                  | Published | java | 2 | jane      | 1
            moved              | another owner                        | Published | java | 2 | joe       | 2
            mistyped           | a spec.coder that can't be used      | Invalid   |      |   | jane      | 2
            mended             | one like that, and then another      | Published | rust | 2 | jane      | 3
            refused            | an edit that Backstage refuses       | Published | java | 2 | jane      | 1
            added              | a new one                            | Published | java | 2 | jane      | 1
            stays              | nothing, beside those that leave     | Published | java | 2 | jane      | 1
            deleted            | taken out of its file                | Withdrawn |      |   |           | 2
            renamed-from       | another name                         | Withdrawn |      |   |           | 2
            renamed-to         | that name                            | Published | java | 2 | jane      | 1
            away-for-a-while   | back within the grace, as a new one  | Published | java | 2 | jane      | 2
            away-for-long      | back after it was withdrawn          | Published | java | 2 | jane      | 3
            broken-yaml        | no YAML, and mended with an edit     | Published | go   | 2 | jane      | 2
            beside-broken-yaml | nothing, in that file                | Published | java | 2 | jane      | 1
            broken-name        | no name, and mended within the grace | Published | java | 2 | jane      | 2
            beside-broken-name | nothing, in that file                | Published | java | 2 | jane      | 1
            of-the-crew        | two members come, and one goes       | Published | java | 2 | bob carol | 3
            orphan             | lost its file, and kept              | Published | java | 2 | jane      | 1
            beside-orphan      | nothing, in the file of the orphan   | Published | java | 2 | jane      | 1
            """);

    @Inject
    TestPasses passes;

    @Inject
    PublishedConfigs published;

    @Inject
    TestDatabase database;

    @Inject
    MeterRegistry meters;

    RealBackstageOutcome outcome;
    private RealBackstage backstage;
    private Authors authors;

    @BeforeEach
    void writeTheCatalog() {
        switch (outcome) {
            case RealBackstageOutcome.Started(var started) -> backstage = started;
            case RealBackstageOutcome.LeftOut(var reason) -> {
                LeftOut.say("5,000 entities in a real Backstage", reason);
                abort(reason);
            }
        }
        var catalog = new RealCatalog(backstage);
        authors = new Authors(catalog);
        Multitude.write(catalog);
        authors.write();
        database.forget();
        var begun = System.nanoTime();
        catalog.locations(Stream.concat(Multitude.files().stream(), Authors.FILES.stream())
                .toList());
        // The owner is what a component gets last, and what it owns a group.
        awaitThat(
                TO_READ_IT_ALL,
                () -> catalog.count("kind=component,relations.ownedby") == AT_FIRST
                        && catalog.count("kind=group,relations.hasmember,relations.ownerof") == Multitude.GROUPS + 1);
        print("Backstage has read the catalog", begun);
    }

    /** Prints how long the passes took. */
    @Test
    void theTopicEndsInTheTable() {
        readsEverythingOnceAndThenOnlyPages();
        authors.firstEdits();
        withdrawsNothingOfWhatIsMissing();
        authors.secondEdits();
        withdrawsWhatStaysAway();
        authors.bringBackWhatWasAwayForLong();
        passes.run();
        survivesARestartAndKeepsOrphans();

        var rows = Row.last(events());
        assertThat(TABLE.stream().map(row -> rows.get(row.entity()))).containsExactlyElementsOf(TABLE);
        assertThat(Multitude.rows())
                .filteredOn(row -> !row.equals(rows.get(row.entity())))
                .isEmpty();
        assertThat(rows).hasSize(Multitude.COMPONENTS + TABLE.size());
        assertThat(events())
                .hasSize(Multitude.COMPONENTS
                        + TABLE.stream()
                                .mapToInt(row -> Integer.parseInt(row.revision()))
                                .sum());
    }

    private void readsEverythingOnceAndThenOnlyPages() {
        pass("the first pass");
        assertThat(events()).hasSize(AT_FIRST);
        var pages = requests("by-query");
        var reads = requests("by-refs");

        pass("a pass that finds nothing new");

        var enough = Math.ceilDiv(AT_FIRST + Multitude.GROUPS + 1, PAGE);
        assertThat(requests("by-query") - pages).isBetween((long) enough, enough + 1L);
        assertThat(reads).isPositive();
        assertThat(requests("by-refs")).isEqualTo(reads);
        assertThat(events()).hasSize(AT_FIRST);
    }

    private void withdrawsNothingOfWhatIsMissing() {
        pass("a pass after the first edits");
        passes.run();

        assertThat(events()).noneMatch(CoderConfigEvent.Withdrawn.class::isInstance);
        assertThat(Row.last(events()).values()).containsAll(Row.table("""
                mended      | can't be used    | Invalid   |      |   | jane            | 2
                broken-yaml | no YAML          | Published | java | 2 | jane            | 1
                broken-name | no name          | Published | java | 2 | jane            | 1
                of-the-crew | two members come | Published | java | 2 | alice bob carol | 2
                """));
    }

    private void withdrawsWhatStaysAway() {
        pass("a pass after the second edits");
        database.letTheGraceEnd();
        passes.run();

        assertThat(Row.last(events()).values()).containsAll(Row.table("away-for-long | away | Withdrawn | | | | 2"));
    }

    /** What has changed meanwhile is Backstage's configuration. */
    private void survivesARestartAndKeepsOrphans() {
        backstage.stop();
        passes.run();
        backstage.startAgain(CatalogChoice.LOCATIONS, CatalogChoice.KEPT_ORPHANS);
        authors.makeAnOrphan();
        passes.run();
        database.letTheGraceEnd();
        passes.run();
    }

    private void pass(String what) {
        var begun = System.nanoTime();
        passes.run();
        print(what, begun);
    }

    private static void print(String what, long begun) {
        System.out.println(
                what + ": " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    /** How often the service has asked Backstage. */
    private long requests(String path) {
        return meters.find("http.client.requests").timers().stream()
                .filter(timer -> String.valueOf(timer.getId().getTag("uri")).endsWith(path))
                .mapToLong(Timer::count)
                .sum();
    }

    private List<CoderConfigEvent> events() {
        return published.all().stream().map(PublishedConfigs.Published::event).toList();
    }
}
