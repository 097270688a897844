package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.CoderConfigEvent.Withdrawn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as gone, and what doesn't. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class WithdrawalTest extends AuthoredCatalog {
    @BeforeEach
    void startWithOneEntity() {
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
    void withdrawsThatManyAtOnceWhereAnAdminHasConfirmedIt() {
        var names = many(25);
        passes.run();
        names.subList(0, 20).forEach(catalog::delete);
        passes.run();
        confirm(19);
        passes.run();
        assertThat(published.about("component:default/" + names.getFirst())).hasSize(1);
        confirm(20);

        passes.run();

        assertThat(names.subList(0, 20))
                .allSatisfy(each ->
                        assertThat(published.about("component:default/" + each)).hasSize(2));
        assertThat(database.holds("select exists (select from catalog_withdrawal_confirmation)"))
                .as("it counts once")
                .isFalse();
    }

    @Test
    void takesOwnersThatTheCatalogNeverHadForNoDisappearance() {
        var names = many(25);
        names.forEach(each -> catalog.component(each, "{}", "group:default/never-there-" + each));
        passes.run();
        catalog.delete(names.getFirst());
        passes.run();
        database.letTheGraceEnd();
        backstage.requests().clear();

        passes.run();
        passes.run();

        assertThat(published.about("component:default/" + names.getFirst()))
                .last()
                .isInstanceOf(Withdrawn.class);
        assertThat(backstage.requests().count("POST"))
                .as("it is asked for once")
                .isEqualTo(1);
    }

    @Test
    void withdrawsNothingWhereBackstageShowsNothingAtAll() {
        catalog.delete(name);
        catalog.deleteGroup("everybody");

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about(ref)).hasSize(1);
        assertThat(database.holds(
                        "select problem like 'Backstage shows nothing%' from catalog_pass order by id desc limit 1"))
                .isTrue();
    }

    @Test
    void takesNobodysOwnershipAwayWhereTooManyGroupsAreMissingAtOnce() {
        var teams = many(25);
        teams.forEach(each -> {
            catalog.group(each);
            catalog.user("lead-of-" + each, each);
            catalog.component(each, "{}", "group:default/" + each);
        });
        passes.run();
        teams.subList(0, 20).forEach(catalog::deleteGroup);

        passes.run();
        database.letTheGraceEnd();
        passes.run();

        assertThat(published.about("component:default/" + teams.getFirst()))
                .last()
                .isInstanceOfSatisfying(
                        Published.class,
                        event -> assertThat(event.config().owners()).hasSize(1));
    }

    @Test
    void takesNoConfirmationOfAnHourAgo() {
        var names = many(25);
        passes.run();
        names.subList(0, 20).forEach(catalog::delete);
        confirm(20);
        database.execute(
                "update catalog_withdrawal_confirmation set confirmed_at = confirmed_at - interval '61 minutes'");

        passes.run();

        assertThat(published.about("component:default/" + names.getFirst())).hasSize(1);
    }

    @Test
    void asksBackstageAlsoWhereAnAdminHasConfirmedIt() {
        var names = many(25);
        passes.run();
        names.subList(0, 20).forEach(catalog::delete);
        confirm(500);
        backstage.faults().set(Fault.failing(503).on("/api/catalog/entities/by-refs"));

        passes.run();

        assertThat(names)
                .allSatisfy(each -> assertThat(published.about("component:default/" + each))
                        .noneMatch(Withdrawn.class::isInstance));
        assertThat(database.holds("select exists (select from catalog_withdrawal_confirmation)"))
                .isTrue();
    }

    private void confirm(int upTo) {
        database.execute("""
                insert into catalog_withdrawal_confirmation values ('default', %d, 'user:default/an-admin', clock_timestamp())
                on conflict (deployment) do update set up_to = excluded.up_to""".formatted(upTo));
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
