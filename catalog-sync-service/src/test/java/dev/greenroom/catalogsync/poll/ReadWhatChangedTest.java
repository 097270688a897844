package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pass asks Backstage for, and that a change of a group's members is a change of what the group owns. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class ReadWhatChangedTest extends AuthoredCatalog {
    private static final String PAGES = "GET /api/catalog/entities/by-query";
    private static final String WHOLE = "POST /api/catalog/entities/by-refs";

    private final String team = TestCatalog.newName("team");

    @BeforeEach
    void startWithAnEntityThatAGroupOwns() {
        catalog.group(team);
        catalog.user("jane", team);
        catalog.component(name, "{}", "group:default/" + team);
        passes.run();
        backstage.requests().clear();
    }

    @Test
    void asksForPagesOnlyWhereNothingHasChanged() {
        passes.run();
        passes.run();

        assertThat(backstage.requests().count(PAGES))
                .as("one of groups and one of each kind, twice")
                .isEqualTo(6);
        assertThat(backstage.requests().count(WHOLE)).isZero();
    }

    @Test
    void readsWholeOnlyWhatHasChanged() {
        var other = TestCatalog.newName("other");
        catalog.component(other, "{}");
        passes.run();
        backstage.requests().clear();
        catalog.component(other, "{templateName: go}");

        passes.run();

        assertThat(backstage.requests().count(WHOLE)).isEqualTo(1);
        assertThat(published.about("component:default/" + other)).hasSize(2);
    }

    @Test
    void readsEverythingWholeAsANewLeaderSinceItsRulesMayBeOthers() {
        database.letTheLeaseRunOut();

        passes.replica().turn();

        assertThat(backstage.requests().count(WHOLE)).isPositive();
        assertThat(owners()).hasSize(1);
    }

    @Test
    void publishesTheOwnersAnewWhenTheirGroupHasANewMember() {
        catalog.user("joe", team);

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane]", "[user:default/jane, user:default/joe]");
    }

    @Test
    void publishesNothingWhenAGroupChangesAndItsMembersDoNot() {
        catalog.component(TestCatalog.newName("another"), "{}", "group:default/" + team);

        passes.run();
        passes.run();

        assertThat(owners()).hasSize(1);
    }

    @Test
    void followsAnEntityToItsNewOwnersAndTheirMembers() {
        var others = TestCatalog.newName("others");
        catalog.group(others);
        catalog.component(name, "{}", "group:default/" + others);
        passes.run();
        catalog.user("joe", others);
        catalog.user("jim", team);

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane]", "[]", "[user:default/joe]");
    }

    @Test
    void publishesTheOwnersOfAGroupThatComesLater() {
        var late = TestCatalog.newName("late");
        catalog.component(name, "{}", "group:default/" + late);
        passes.run();
        catalog.group(late);
        catalog.user("joe", late);

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane]", "[]", "[user:default/joe]");
    }

    @Test
    void keepsTheOwnersOfAGroupThatIsMissingForAWhileOnly() {
        catalog.deleteGroup(team);
        passes.run();
        passes.run();
        catalog.group(team);

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane]");
    }

    @Test
    void takesTheOwnersAwayWithAGroupThatIsMissingForGood() {
        catalog.deleteGroup(team);
        passes.run();
        database.letTheGraceEnd();

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane]", "[]");
    }

    @Test
    void publishesWhatCouldNotBeReadOnceItCan() {
        catalog.component(name, "{templateName: go}");
        backstage.faults().set(Fault.leavingOutUids().on("/api/catalog/entities/by-refs"));
        passes.run();
        assertThat(published.about(ref)).hasSize(1);
        backstage.faults().clear();

        passes.run();

        assertThat(templates()).hasSize(2).last().isEqualTo("go");
    }

    @Test
    void losesNoChangeOfMembersToABackstageThatFailsInBetween() {
        catalog.user("joe", team);
        // The group is read, and what it owns is not: each read is tried three times.
        backstage.faults().set(Fault.failing(500).on("/api/catalog/entities/by-refs?filter=kind%3Dapi"));
        passes.run();
        backstage.faults().clear();

        passes.run();

        assertThat(owners()).containsExactly("[user:default/jane]", "[user:default/jane, user:default/joe]");
    }
}
