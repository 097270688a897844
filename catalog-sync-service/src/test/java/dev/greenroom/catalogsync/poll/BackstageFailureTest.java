package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.contracts.CoderConfigEvent.Withdrawn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backstage unwell in the middle of a pass: nothing follows from what could not be read, and it goes on. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class BackstageFailureTest extends AuthoredCatalog {
    private static final String PAGES = "/api/catalog/entities/by-query";

    private final List<String> names =
            IntStream.range(0, 9).mapToObj(i -> name + "-" + i).toList();

    @BeforeEach
    void startWithThreePages() {
        names.forEach(each -> catalog.component(each, "{}"));
        passes.run();
    }

    static Stream<Fault> faults() {
        var onlyAfterTheFirstPage = true;
        return Stream.of(
                Fault.expiredCursors(),
                new Fault(PAGES, 0, 0, 0, null, true, onlyAfterTheFirstPage, false),
                Fault.failing(500).on(PAGES),
                Fault.failing(401).on(PAGES),
                Fault.tooManyRequests(Duration.ofSeconds(30)).on(PAGES),
                Fault.resetting());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void withdrawsNothingAndGoesOnAfterwards(Fault fault) {
        catalog.component(names.getFirst(), "{templateName: java}");
        catalog.delete(names.getLast());
        backstage.faults().set(fault);
        IntStream.range(0, 4).forEach(pass -> passes.run());
        assertThat(names)
                .allSatisfy(each -> assertThat(published.about("component:default/" + each))
                        .noneMatch(Withdrawn.class::isInstance));
        backstage.faults().clear();

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about("component:default/" + names.getFirst())).hasSize(2);
        assertThat(published.about("component:default/" + names.getLast()).getLast())
                .isInstanceOf(Withdrawn.class);
    }

    @Test
    void survivesAHiccupWithinThePass() {
        catalog.component(names.getFirst(), "{templateName: java}");
        backstage.faults().set(Fault.failing(502).on(PAGES).times(2));

        passes.run();

        assertThat(published.about("component:default/" + names.getFirst())).hasSize(2);
    }

    @Test
    void waitsAsLongAsItIsAskedToBeforeTheNextPass() {
        backstage.faults().set(Fault.tooManyRequests(Duration.ofMinutes(4)).on(PAGES));
        var replica = passes.replicaPollingEvery(Duration.ofSeconds(15));
        database.letTheLeaseRunOut();

        var turn = replica.turn();

        assertThat(turn).isEqualTo(new PollCatalog.Turn(Duration.ofMinutes(4), true));
    }

    @Test
    void publishesWhatWasReadBeforeTheFailure() {
        names.forEach(each -> catalog.component(each, "{templateName: java}"));
        backstage.faults().set(Fault.expiredCursors());

        passes.run();

        assertThat(names.stream()
                        .filter(each ->
                                published.about("component:default/" + each).size() == 2))
                .hasSize(4);
    }

    @Test
    void readsNoEntityWithoutTheMembersOfTheGroupThatOwnsIt() {
        var team = TestCatalog.newName("team");
        catalog.group(team);
        catalog.user("jane", team);
        catalog.component(names.getFirst(), "{templateName: java}", "group:default/" + team);
        backstage.faults().set(Fault.failing(500).on("/api/catalog/entities/by-refs"));

        passes.run();

        assertThat(published.about("component:default/" + names.getFirst())).hasSize(1);
    }

    @Test
    void survivesTheDatabaseAsWell() {
        database.execute("alter table catalog_entity rename to catalog_entity_gone");
        passes.run();
        database.execute("alter table catalog_entity_gone rename to catalog_entity");
        catalog.component(names.getFirst(), "{templateName: java}");

        passes.run();

        assertThat(published.about("component:default/" + names.getFirst())).hasSize(2);
    }
}
