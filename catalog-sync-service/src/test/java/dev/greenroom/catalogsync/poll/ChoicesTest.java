package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.CoderConfigEvent.Withdrawn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** Where the operator has a choice: nested groups, orphans, a filter, and entities that say nothing about Coder. */
@QuarkusTest
@TestProfile(ChoicesProfile.class)
class ChoicesTest extends AuthoredCatalog {
    private final String team = TestCatalog.newName("team");
    private final String squad = TestCatalog.newName("squad");

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
    void readsAGroupBelowThatACrashHasLeftUnread() {
        countsTheMembersOfTheGroupsBelow();
        database.execute("delete from catalog_group where group_ref = 'group:default/" + squad + "'");
        database.letTheLeaseRunOut();
        catalog.user("jim", team);

        passes.replica().turn();

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

    @Test
    void publishesAnewWhatFitsTheFiltersAgainAsItDidBefore() {
        catalog.component(name, "{}");
        passes.run();
        catalog.ofType(name, "library");
        passes.run();
        database.letTheGraceEnd();
        passes.run();

        catalog.component(name, "{}");
        passes.run();

        assertThat(published.about(ref)).extracting(CoderConfigEvent::revision).containsExactly(1L, 2L, 3L);
        assertThat(published.about(ref)).last().isInstanceOf(Published.class);
    }
}
