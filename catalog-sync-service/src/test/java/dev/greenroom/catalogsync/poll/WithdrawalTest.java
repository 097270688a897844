package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.CoderConfigEvent.Withdrawn;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as gone, and what doesn't. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class WithdrawalTest {
    @Inject
    TestPasses passes;

    @Inject
    PublishedConfigs published;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    private TestCatalog catalog;
    private final String name = TestCatalog.newName("orders");
    private final String ref = "component:default/" + name;

    @BeforeEach
    void startWithOneEntity() {
        catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
        catalog.component(name, "{preprovision: true}");
        passes.run();
    }

    @Test
    void withdrawsAnEntityThatPassesHaveMissedForTheTimeOfGrace() {
        catalog.delete(name);

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about(ref).getLast())
                .isInstanceOfSatisfying(
                        Withdrawn.class, event -> assertThat(event.revision()).isEqualTo(2));
    }

    @Test
    void keepsAnEntityThatIsMissingForLessThanThat() {
        catalog.delete(name);

        IntStream.range(0, 3).forEach(pass -> passes.run());

        assertThat(published.about(ref)).hasSize(1);
    }

    @Test
    void withdrawsOnce() {
        catalog.delete(name);
        passes.run();
        database.letTheGraceEnd();

        IntStream.range(0, 3).forEach(pass -> passes.run());

        assertThat(published.about(ref)).extracting(Object::getClass).containsExactly(Published.class, Withdrawn.class);
    }

    @Test
    void beginsAnewWithTheGraceAfterAPassThatHasSeenIt() {
        catalog.delete(name);
        passes.run();
        catalog.component(name, "{preprovision: true}");
        passes.run();
        database.letTheGraceEnd();
        catalog.delete(name);

        passes.run();

        assertThat(published.about(ref)).noneMatch(Withdrawn.class::isInstance);
    }

    @Test
    void publishesAnEntityThatComesBackUnderAHigherRevision() {
        catalog.delete(name);
        passes.run();
        database.letTheGraceEnd();
        passes.run();
        catalog.component(name, "{preprovision: true}");

        passes.run();

        assertThat(published.about(ref)).extracting(CoderConfigEvent::revision).containsExactly(1L, 2L, 3L);
        assertThat(published.about(ref).getLast()).isInstanceOf(Published.class);
    }

    @Test
    void withdrawsWhatTheOperatorTookOutOfScope() {
        catalog.resource(name);
        database.execute("update catalog_entity set entity_ref = 'resource:default/%s'".formatted(name));

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about("resource:default/" + name)).hasOnlyElementsOfType(Withdrawn.class);
    }

    @Test
    void withdrawsNothingWhenTooManyAreMissingAtOnce() {
        var names = many(25);
        passes.run();
        names.subList(0, 20).forEach(catalog::delete);

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(names)
                .allSatisfy(each ->
                        assertThat(published.about("component:default/" + each)).hasSize(1));
    }

    @Test
    void withdrawsALargeShareOfAFew() {
        var names = many(25);
        passes.run();
        names.subList(0, 19).forEach(catalog::delete);

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(names.subList(0, 19))
                .allSatisfy(each ->
                        assertThat(published.about("component:default/" + each)).hasSize(2));
    }

    @Test
    void withdrawsASmallShareHoweverManyThatAre() {
        var names = many(400);
        passes.run();
        names.subList(0, 20).forEach(catalog::delete);

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(names.subList(0, 20))
                .allSatisfy(each ->
                        assertThat(published.about("component:default/" + each)).hasSize(2));
    }

    @Test
    void withdrawsNothingWhileBackstageCanNotConfirmIt() {
        catalog.delete(name);
        passes.run();
        database.letTheGraceEnd();
        backstage.faults().set(Fault.failing(503).on("/api/catalog/entities/by-refs"));

        IntStream.range(0, 3).forEach(pass -> passes.run());

        assertThat(published.about(ref)).hasSize(1);
    }

    private List<String> many(int count) {
        var names = IntStream.range(0, count).mapToObj(i -> name + "-" + i).toList();
        names.forEach(each -> catalog.component(each, "{}"));
        return names;
    }
}
