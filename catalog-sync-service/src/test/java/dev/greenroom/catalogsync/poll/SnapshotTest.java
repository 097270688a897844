package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connecting a catalog: what is found by the first pass is told apart from what an author asks for later. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class SnapshotTest extends AuthoredCatalog {
    private final String later = TestCatalog.newName("later");

    @BeforeEach
    void startWithAnOptIn() {
        catalog.component(name, "{preprovision: true}");
    }

    @Test
    void marksOptInsOfTheFirstReadingAndNoLaterOnes() {
        readUntilNothingIsNew();
        catalog.component(later, "{preprovision: true}");

        passes.run();

        assertThat(isOfSnapshot(name)).isTrue();
        assertThat(isOfSnapshot(later)).isFalse();
    }

    @Test
    void keepsTheMarkThroughAnEdit() {
        passes.run();
        catalog.component(name, "{preprovision: true, mode: auto}");

        passes.run();

        assertThat(published.about("component:default/" + name)).hasSize(2);
        assertThat(isOfSnapshot(name)).isTrue();
    }

    @Test
    void marksNoOptInThatIsGivenAnew() {
        passes.run();
        catalog.component(name, "{preprovision: false}");
        passes.run();
        catalog.component(name, "{preprovision: true}");

        passes.run();

        assertThat(isOfSnapshot(name)).isFalse();
    }

    @Test
    void goesOnWithTheFirstReadingUntilAPassHasComeToItsEnd() {
        IntStream.range(0, 8).forEach(i -> catalog.component(name + "-" + i, "{}"));
        backstage.faults().set(Fault.expiredCursors());
        passes.run();
        backstage.faults().clear();
        catalog.component(later, "{preprovision: true}");

        passes.run();

        assertThat(isOfSnapshot(later)).isTrue();
    }

    @Test
    void goesOnWithTheFirstReadingWhileACatalogIsFilledBitByBit() {
        passes.run();
        catalog.component(name + "-2", "{}");
        passes.run();
        catalog.component(later, "{preprovision: true}");

        passes.run();

        assertThat(isOfSnapshot(later)).isTrue();
    }

    @Test
    void doesNotTakeAnEmptyCatalogForAWholeOne() {
        catalog.clear();
        readUntilNothingIsNew();
        catalog.component(later, "{preprovision: true}");

        passes.run();

        assertThat(isOfSnapshot(later)).isTrue();
    }

    @Test
    void marksAnOptInThatStoodUnderAnotherUidSinceNobodyHasJustGivenIt() {
        readUntilNothingIsNew();
        database.execute("update catalog_entity set entity_uid = 'of-a-database-that-was-lost'");
        database.letTheLeaseRunOut();

        passes.replica().turn();

        assertThat(published.about(ref)).hasSize(2);
        assertThat(isOfSnapshot(name)).isTrue();
    }

    @Test
    void takesAnotherScopeForAnotherCatalog() {
        readUntilNothingIsNew();
        database.execute("update catalog_snapshot set scope = 'kind=component,metadata.namespace=shop'");
        catalog.component(later, "{preprovision: true}");

        passes.run();

        assertThat(isOfSnapshot(later)).isTrue();
    }

    private void readUntilNothingIsNew() {
        passes.run();
        passes.run();
    }

    private boolean isOfSnapshot(String name) {
        var last = (Published) published.about("component:default/" + name).getLast();
        return last.config().preprovision().snapshot();
    }
}
