package dev.greenroom.catalogsync.realbackstage;

import static dev.greenroom.catalogsync.realbackstage.RealCatalog.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.poll.TestPasses;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.backstage.RealBackstageOutcome;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of entities that Backstage keeps although no file has them, where the operator wants them withdrawn. */
@Tag("backstage")
@QuarkusTest
@TestProfile(OrphansProfile.class)
class OrphansInRealBackstageTest {
    private static final String REF = "component:default/orphan";
    private static final Component ORPHAN = Component.of("orphan", "user:default/jane");
    private static final Component BESIDE = ORPHAN.named("beside-orphan");

    @Inject
    TestPasses passes;

    @Inject
    PublishedConfigs published;

    @Inject
    TestDatabase database;

    RealBackstageOutcome outcome;
    private RealCatalog catalog;

    @BeforeEach
    void writeTheCatalog() {
        switch (outcome) {
            case RealBackstageOutcome.Started(var backstage) -> catalog = new RealCatalog(backstage);
            case RealBackstageOutcome.LeftOut(var reason) -> {
                LeftOut.say("orphans in a real Backstage", reason);
                abort(reason);
            }
        }
        catalog.write("orphans", ORPHAN, BESIDE);
        catalog.locations(List.of("orphans"));
        awaitThat(() -> !catalog.related(REF, "ownedBy").isEmpty());
        passes.run();
    }

    @Test
    void withdrawsAnOrphanAfterTheGraceAndPublishesItWhenItIsAdopted() {
        var etag = catalog.entity(REF).at("/metadata/etag");
        catalog.push("orphans", BESIDE);
        awaitOrphan(true);
        assertThat(catalog.entity(REF).at("/metadata/etag")).isNotEqualTo(etag);
        passes.run();
        passes.run();
        assertThat(events()).doesNotHaveAnyElementsOfTypes(CoderConfigEvent.Withdrawn.class);
        database.letTheGraceEnd();
        passes.run();
        assertThat(events()).last().isInstanceOf(CoderConfigEvent.Withdrawn.class);

        catalog.push("orphans", ORPHAN, BESIDE);
        awaitOrphan(false);
        passes.run();

        assertThat(events())
                .extracting(Object::getClass)
                .containsExactly(
                        CoderConfigEvent.Published.class,
                        CoderConfigEvent.Withdrawn.class,
                        CoderConfigEvent.Published.class);
        assertThat(published.about("component:default/beside-orphan")).hasSize(1);
    }

    private void awaitOrphan(boolean is) {
        awaitThat(() -> catalog.isOrphan(REF) == is);
    }

    private List<CoderConfigEvent> events() {
        return published.about(REF);
    }
}
