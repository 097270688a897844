package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.CoderConfigEvent.Withdrawn;
import dev.greenroom.standins.backstage.BackstageStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator has a choice: nested groups, orphans, a filter, and entities that say nothing about Coder. */
@QuarkusTest
@TestProfile(ChoicesProfile.class)
class ChoicesTest {
    @Inject
    TestPasses passes;

    @Inject
    PublishedConfigs published;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    private TestCatalog catalog;
    private final String name = TestCatalog.newName("choice");
    private final String ref = "component:default/" + name;
    private final String team = TestCatalog.newName("team");
    private final String squad = TestCatalog.newName("squad");

    @BeforeEach
    void startWithAnEmptyCatalog() {
        catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
    }

    @Test
    void countsTheMembersOfTheGroupsBelow() {
        catalog.group(team, squad);
        catalog.group(squad);
        catalog.user("jane", team);
        catalog.user("joe", squad);
        catalog.component(name, "{}", "group:default/" + team);

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane, user:default/joe]");
    }

    @Test
    void publishesTheOwnersAnewWhenAGroupBelowHasANewMember() {
        countsTheMembersOfTheGroupsBelow();
        catalog.user("jim", squad);

        passes.run();

        assertThat(owners()).last().isEqualTo("[user:default/jane, user:default/jim, user:default/joe]");
    }

    @Test
    void publishesTheOwnersAnewWhenAGroupIsPutBelow() {
        var crew = TestCatalog.newName("crew");
        countsTheMembersOfTheGroupsBelow();
        catalog.group(crew);
        catalog.user("jim", crew);
        passes.run();
        catalog.group(squad, crew);

        passes.run();

        assertThat(owners()).last().isEqualTo("[user:default/jane, user:default/jim, user:default/joe]");
    }

    @Test
    void comesToAnEndWithGroupsThatAreBelowEachOther() {
        catalog.group(team, squad);
        catalog.group(squad, team);
        catalog.user("jane", team);
        catalog.user("joe", squad);
        catalog.component(name, "{}", "group:default/" + squad);

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane, user:default/joe]");
    }

    @Test
    void withdrawsAnOrphanAfterTheGrace() {
        catalog.component(name, "{}");
        passes.run();
        catalog.orphan(name, "{}");

        passes.run();
        passes.run();
        assertThat(published.about(ref)).hasSize(1);
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about(ref)).hasSize(2).last().isInstanceOf(Withdrawn.class);
    }

    @Test
    void publishesAnOrphanThatWasAdoptedAgain() {
        withdrawsAnOrphanAfterTheGrace();
        catalog.component(name, "{}");

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about(ref)).hasSize(3).last().isInstanceOf(Published.class);
    }

    @Test
    void saysNothingOfAnOrphanThatItNeverKnew() {
        catalog.orphan(name, "{}");

        passes.run();
        backstage.requests().clear();
        passes.run();

        assertThat(published.about(ref)).isEmpty();
        assertThat(backstage.requests().count("POST")).isZero();
    }

    @Test
    void saysNothingOfAnEntityThatSaysNothingAboutCoderAndReadsItOnce() {
        catalog.silent(name);

        passes.run();
        backstage.requests().clear();
        passes.run();

        assertThat(published.about(ref)).isEmpty();
        assertThat(backstage.requests().count("POST")).isZero();
    }

    @Test
    void withdrawsAtOnceWhatSaysNothingAboutCoderAnyMore() {
        catalog.component(name, "{}");
        passes.run();
        catalog.silent(name);
        passes.run();
        catalog.component(name, "{}");

        passes.run();

        assertThat(published.about(ref))
                .extracting(Object::getClass)
                .containsExactly(Published.class, Withdrawn.class, Published.class);
    }

    @Test
    void readsWhatFitsOneOfTheFilters() {
        var library = TestCatalog.newName("library");
        var website = TestCatalog.newName("website");
        catalog.component(name, "{}");
        catalog.ofType(library, "library");
        catalog.ofType(website, "website");

        passes.run();

        assertThat(published.about(ref)).hasSize(1);
        assertThat(published.about("component:default/" + website)).hasSize(1);
        assertThat(published.about("component:default/" + library)).isEmpty();
    }

    @Test
    void withdrawsAfterTheGraceWhatFitsTheFiltersNoMore() {
        catalog.component(name, "{}");
        passes.run();
        catalog.ofType(name, "library");

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about(ref)).last().isInstanceOf(Withdrawn.class);
    }

    private List<String> owners() {
        return published.about(ref).stream()
                .map(event -> ((Published) event).config().owners().toString())
                .toList();
    }
}
