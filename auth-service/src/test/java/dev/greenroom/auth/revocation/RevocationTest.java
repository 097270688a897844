package dev.greenroom.auth.revocation;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.lending;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.revocation;
import static dev.greenroom.auth.Api.revokeEverything;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.SealedAccounts;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.account.EndGrants;
import dev.greenroom.auth.lending.HoldLending;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.auth.seal.Seal;
import dev.greenroom.contracts.CoderAccountEvent.Unlinked;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin has every link ended. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class RevocationTest {
    private static final int MANY = 1_000;

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    AccountTopic topic;

    @Inject
    SealedAccounts sealedAccounts;

    @Inject
    Seal seal;

    @Inject
    RevocationStore revocations;

    @Inject
    EndGrants endGrants;

    @Inject
    HoldLending hold;

    @Inject
    Clock clock;

    private TestPerson jane;
    private TestPerson john;
    private String admin;

    @BeforeEach
    void oneLinkedByATokenAndOneThroughCodersConsent() {
        jane = TestPerson.another(backstage, coder);
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        john = TestPerson.another(backstage, coder);
        Linking.link(john);
        admin = backstage.tokenFor(AuthServiceProfile.ADMIN).mint();
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        sealedAccounts.deleteAll();
        // Those of the many, whose grants are gone.
        database.execute("delete from account where grant_id is null and link_generation = 0");
        database.execute("delete from revocation");
        database.execute("delete from lending");
        database.execute("delete from lending_change");
    }

    @Test
    void saysThatThereNeverWasOne() {
        revocation(admin)
                .statusCode(200)
                .body("underWay", equalTo(false))
                .body("begunAt", nullValue())
                .body("accounts", nullValue());
    }

    @Test
    void endsEveryLinkAndLendsNothingFromItsFirstMoment() {
        var pasted = jane.newApiToken();
        link(jane.bearer(), pasted, null).statusCode(200);

        revokeEverything(admin, "a backup was stolen")
                .statusCode(202)
                .body("begunBy", equalTo(AuthServiceProfile.ADMIN))
                .body("reason", equalTo("a backup was stolen"))
                .body("begunAt", notNullValue());

        borrow(serviceToken(), jane.userRef()).statusCode(503).body("code", equalTo("lending-frozen"));
        borrow(serviceToken(), john.userRef()).statusCode(503);
        awaitFinished();
        account(jane.bearer()).statusCode(404);
        account(john.bearer()).statusCode(404);
        assertThat(topic.awaitEvents(jane.userRef(), 3).getLast()).isInstanceOf(Unlinked.class);
        assertThat(topic.awaitEvents(john.userRef(), 2).getLast()).isInstanceOf(Unlinked.class);
        await().untilAsserted(() -> assertThat(grants()).isEmpty());
        assertThat(Linking.livingPairs(john, coder)).isZero();
        assertThat(Linking.lives(pasted, coder)).as("its user made it").isTrue();
        revocation(admin).body("finishedAt", notNullValue()).body("waitingForCoder", equalTo(0));
    }

    @Test
    void leavesLendingFrozenUntilItIsThawedAndLetsUsersLinkAnew() {
        revokeEverything(admin, "a drill").statusCode(202);
        awaitFinished();

        lending(admin).body("frozen", equalTo(true)).body("reason", equalTo("a drill"));
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200).body("linkGeneration", equalTo(2));
        borrow(serviceToken(), jane.userRef()).statusCode(503);

        lending(admin, false, "it is over").statusCode(200);
        borrow(serviceToken(), jane.userRef()).statusCode(200);
        borrow(serviceToken(), john.userRef()).statusCode(404);
    }

    @Test
    void letsNobodyThawLendingMeanwhileAndBeginsNoSecondOne() throws SQLException {
        var another = backstage.tokenFor(AuthServiceProfile.ANOTHER_ADMIN).mint();
        try (var connection = lockAccountOfJane()) {
            revokeEverything(admin, "first").statusCode(202);

            lending(another, false, "too soon").statusCode(409).body("code", equalTo("revocation-under-way"));
            lending(another, true, "stays frozen").statusCode(200);
            borrow(serviceToken(), john.userRef()).statusCode(503);
            revokeEverything(another, "second").statusCode(202).body("reason", equalTo("first"));
            revocation(another).body("underWay", equalTo(true)).body("finishedAt", nullValue());

            connection.rollback();
        }

        awaitFinished();
        lending(another, false, "now").statusCode(200);
        assertThat(database.query("select concat_ws(' ', deployment, begun_by, reason) from revocation"))
                .containsExactly("default user:default/an-admin first");
        assertThat(database.query("select concat_ws(' ', frozen, changed_by, reason) from lending_change order by id"))
                .containsExactly(
                        "t user:default/an-admin first",
                        "t user:default/another-admin stays frozen",
                        "f user:default/another-admin now");
    }

    @Test
    void goesOnWhereAReplicaThatCrashedCameTo() {
        var rows = sealedAccounts.add(2, seal).stream()
                .sorted((one, other) ->
                        one.grant().toString().compareTo(other.grant().toString()))
                .toList();
        database.execute("insert into lending (deployment, frozen, held, since, changed_by, reason)"
                + " values ('default', true, true, now(), 'user:default/x', 'crashed')");
        database.execute("insert into revocation (deployment, begun_at, begun_by, reason, last_grant, accounts) values"
                + " ('default', now(), 'user:default/x', 'crashed', '"
                + rows.getFirst().grant() + "', 41)");

        awaitFinished();

        assertThat(linked(rows.getFirst())).isTrue();
        assertThat(linked(rows.getLast())).isFalse();
        revocation(admin).body("accounts", greaterThanOrEqualTo(42));
        lending(admin, false, "now").statusCode(200);
    }

    @Test
    void endsNoLinkThatItCanNotTellOfAndGoesOnOnceItCan() {
        database.execute("alter table outbox rename to outbox_away");
        try (var log = LogCapture.atConfiguredLevels()) {
            revokeEverything(admin, "a drill").statusCode(202);
            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("outbox did not take")));
            account(jane.bearer()).statusCode(200);
        } finally {
            database.execute("alter table outbox_away rename to outbox");
        }

        awaitFinished();
        assertThat(topic.awaitEvents(jane.userRef(), 2).getLast()).isInstanceOf(Unlinked.class);
    }

    @Test
    void endsWhatIsHeldByASessionOrAwaitsItsUser() {
        var mary = TestPerson.another(backstage, coder);
        var code = Linking.codeOfConsent(mary);
        database.execute("insert into sign_in_session (id, grant_id, client_id, began_at, expires_at)"
                + " select gen_random_uuid(), id, 'x', now(), now() + interval '1 day' from coder_grant"
                + " where coder_username = '" + john.coderUser() + "'");

        revokeEverything(admin, "a drill").statusCode(202);

        awaitFinished();
        assertThat(database.query("select id::text from sign_in_session where client_id = 'x'"))
                .isEmpty();
        with(mary.bearer())
                .body("{\"code\": \"" + code + "\"}")
                .post("/v1/account/link")
                .then()
                .statusCode(422);
        await().untilAsserted(() -> assertThat(grants()).isEmpty());
        assertThat(Linking.livingPairs(mary, coder)).isZero();
    }

    @Test
    void saysHowManyPairsWaitForACoderThatIsAway() {
        coder.faults().on("POST", "/oauth2/revoke").fail(503);

        revokeEverything(admin, "a drill").statusCode(202);
        awaitFinished();

        revocation(admin).body("waitingForCoder", greaterThanOrEqualTo(1));
        assertThat(Linking.livingPairs(john, coder)).isEqualTo(1);
        coder.faults().clear();
        await().untilAsserted(() -> revocation(admin).body("waitingForCoder", equalTo(0)));
        assertThat(Linking.livingPairs(john, coder)).isZero();
    }

    @Test
    void endsAThousandLinksInPartsHoweverManyReplicasDo() throws Exception {
        sealedAccounts.add(MANY, seal);
        revokeEverything(admin, "a drill").statusCode(202);

        try (var replicas = Executors.newFixedThreadPool(3)) {
            var all = IntStream.range(0, 3)
                    .mapToObj(n -> replicas.submit(() -> new EndEveryLink(revocations, endGrants, hold, clock).run()))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }

        awaitFinished();
        assertThat(database.query("select user_ref from account where grant_id is not null"))
                .isEmpty();
        var accounts = revocation(admin).extract().<Integer>path("accounts");
        assertThat(accounts).isGreaterThanOrEqualTo(MANY + 2);
        assertThat(database.query("select revision::text from account where revision > 1 and linked_at is null"
                        + " and link_generation = 0"))
                .as("unlinked twice")
                .isEmpty();
    }

    @Test
    void warnsOperatorsOfItsBeginningAndItsEnd() {
        try (var log = LogCapture.atConfiguredLevels()) {
            revokeEverything(admin, "a drill").statusCode(202);
            awaitFinished();
            revokeEverything(admin, "again").statusCode(202);
            awaitFinished();

            assertThat(log.linesOf(BeginRevocation.class.getName()))
                    .first()
                    .asString()
                    .endsWith("revocation begun by=user:default/an-admin reason=\"a drill\"");
            await().untilAsserted(() -> assertThat(log.linesOf(EndEveryLink.class.getName()))
                    .hasSize(2)
                    .allMatch(line -> line.contains("revocation finished accounts=")));
        }
    }

    @Test
    void letsNobodyElseDoOrSeeIt() {
        revokeEverything(jane.bearer(), "because I can").statusCode(403).body("code", equalTo("forbidden"));
        revocation(jane.bearer()).statusCode(403);
        RestAssured.when().post("/v1/admin/revocation").then().statusCode(401);
        RestAssured.when().get("/v1/admin/revocation").then().statusCode(401);
        revokeEverything(serviceToken(), "by a service").statusCode(401);

        assertThat(database.query("select id from revocation")).isEmpty();
        borrow(serviceToken(), jane.userRef()).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": null}", "{\"reason\": \" \"}", "{\"reason\": 7}", "{\"reason\": \"a\\nb\"}"})
    void wantsAReason(String body) {
        with(admin)
                .body(body)
                .post("/v1/admin/revocation")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));

        assertThat(database.query("select id from revocation")).isEmpty();
    }

    private void awaitFinished() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> revocation(admin).body("underWay", equalTo(false)));
    }

    private Connection lockAccountOfJane() throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        connection
                .createStatement()
                .execute("select id from account where user_ref = '" + jane.userRef() + "' for update");
        return connection;
    }

    private boolean linked(SealedAccounts.Row row) {
        return !database.query(
                        "select id::text from account where grant_id is not null and user_ref = '" + row.user() + "'")
                .isEmpty();
    }

    private List<String> grants() {
        return database.query("select coder_username from coder_grant");
    }
}
