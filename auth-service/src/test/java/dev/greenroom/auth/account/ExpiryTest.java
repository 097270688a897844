package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.CoderAccountEvent.RelinkRequired;
import dev.greenroom.contracts.CoderAccountEvent.Unlinked;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.SteppingClock;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API tokens that end: before, and when they have. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class ExpiryTest {
    private static final Duration WARNING = Duration.ofDays(2);

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    AccountStore accounts;

    @Inject
    GrantStore grants;

    @Inject
    DueGrantStore due;

    @Inject
    LinkGrant linkGrant;

    @Inject
    AccountsConfig config;

    @Inject
    CoderUsersClient coderUsers;

    @Inject
    ExpiringGauge gauge;

    @Inject
    Database database;

    @Inject
    AccountTopic topic;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final SteppingClock clock = new SteppingClock();
    private TestPerson jane;
    private Instant end;

    @BeforeEach
    void somebodyLinkedByATokenThatLivesForAWeek() {
        jane = TestPerson.another(backstage, coder);
        end = Instant.parse(link(jane.bearer(), jane.newApiToken(), true)
                .statusCode(200)
                .extract()
                .path("expiresAt"));
        account(jane.bearer()).body("expiring", equalTo(false));
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        database.execute("delete from coder_grant where coder_username = 'unopened'");
    }

    @Test
    void saysNothingWhileTheEndIsFarOff() {
        itIs(end.minus(WARNING).minusSeconds(1));

        replica().run();

        account(jane.bearer()).body("expiring", equalTo(false));
        unlink(jane.bearer());
        assertThat(told(2)).extracting(CoderAccountEvent::revision).containsExactly(1L, 2L);
    }

    @Test
    void tellsOnceThatATokenEndsSoonHoweverManyReplicasLook() throws Exception {
        itIs(end.minus(WARNING));

        manyReplicasLook();

        account(jane.bearer())
                .body("expiring", equalTo(true))
                .body("expiresAt", equalTo(end.toString()))
                .body("relinkRequired", equalTo(false))
                .body("preprovisionConsent", equalTo(true))
                .body("linkGeneration", equalTo(1));
        unlink(jane.bearer());
        assertThat(told(3)).hasSize(3);
        assertThat(told(3).get(0))
                .isInstanceOfSatisfying(
                        Linked.class, linked -> assertThat(linked.expiresAt()).isNull());
        assertThat(told(3).get(1))
                .isInstanceOfSatisfying(
                        Linked.class, linked -> assertThat(linked.expiresAt()).isEqualTo(end));
        assertThat(told(3).get(2))
                .isInstanceOfSatisfying(
                        Unlinked.class,
                        unlinked -> assertThat(unlinked.revision()).isEqualTo(3));
    }

    @Test
    void asksCoderNoMoreAboutWhatWasToldUntilTheEnd() {
        itIs(end.minus(WARNING));
        replica().run();
        coder.ledger().clear();

        replica().run();
        assertThat(looks()).isZero();

        itIs(end.minusSeconds(30));
        replica().run();
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void tellsAtOnceOfATokenThatEndsSoonWhenItIsPasted() {
        var token = coder.tokenFor(jane.coderUser(), Duration.ofDays(1));

        link(jane.bearer(), token, null).statusCode(200).body("expiring", equalTo(true));

        assertThat(told(2).get(1))
                .isInstanceOfSatisfying(
                        Linked.class, linked -> assertThat(linked.expiresAt()).isNotNull());
        link(jane.bearer(), jane.newApiToken(), null).body("expiring", equalTo(false));
        assertThat(told(3).get(2))
                .isInstanceOfSatisfying(
                        Linked.class, linked -> assertThat(linked.expiresAt()).isNull());
    }

    @Test
    void tellsOnceThatATokenHasEndedHoweverManyReplicasLook() throws Exception {
        itIs(end);
        // Coder's clock is the system's: to it, the token is good for days.
        coder.suspend(jane.coderUser(), true);

        manyReplicasLook();

        account(jane.bearer()).body("relinkRequired", equalTo(true)).body("expiring", equalTo(false));
        borrow(serviceToken(), jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
        unlink(jane.bearer());
        assertThat(told(3)).hasSize(3);
        assertThat(told(3).get(1)).isInstanceOf(RelinkRequired.class);
        coder.suspend(jane.coderUser(), false);
    }

    @Test
    void tellsNothingWhileCoderIsAway() {
        itIs(end);
        coder.faults().down(true);

        replica().run();

        coder.faults().clear();
        account(jane.bearer()).body("expiring", equalTo(false)).body("relinkRequired", equalTo(false));
        replica().run();
        account(jane.bearer()).body("expiring", equalTo(true));
    }

    /** A session lasts longer by being used; the service's own look, with the clock of the system. */
    @Test
    void believesCoderThatHasPutOffTheEnd() {
        database.execute("update coder_grant set expires_at = now() - interval '1 minute' where coder_username = '"
                + jane.coderUser() + "'");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> account(jane.bearer()).body("expiresAt", equalTo(end.toString())));

        borrow(serviceToken(), jane.userRef()).statusCode(200);
        unlink(jane.bearer());
        assertThat(told(2)).extracting(CoderAccountEvent::revision).containsExactly(1L, 2L);
    }

    @Test
    void tellsOfAnEndThatWasPutOffToASoonOne() {
        itIs(end.minus(WARNING));
        replica().run();
        database.execute("update coder_grant set expires_at = expires_at - interval '1 day' where coder_username = '"
                + jane.coderUser() + "'");

        itIs(end.minus(Duration.ofDays(1)));
        replica().run();

        assertThat(told(3).get(2))
                .isInstanceOfSatisfying(
                        Linked.class, linked -> assertThat(linked.expiresAt()).isEqualTo(end));
    }

    @Test
    void leavesATokenAloneThatWasBroughtWhileCoderRefusedTheOlder() {
        var older = QuarkusTransaction.requiringNew().call(() -> {
            var grant = accounts.find(UserRef.parse(jane.userRef()))
                    .flatMap(Account::grant)
                    .orElseThrow();
            return new Ending(Tokens.of(grant), Optional.empty(), end, false);
        });
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);

        new RequireRelink(accounts, grants, linkGrant).of(older.tokens());
        tell().tell(older, Instant.EPOCH);

        account(jane.bearer()).body("relinkRequired", equalTo(false)).body("expiring", equalTo(false));
    }

    @Test
    void isKeptFromNoneByMoreThanAPageOfThoseThatNoKeyOpens() {
        database.execute("""
                insert into coder_grant (id, deployment, coder_user_id, coder_username, sealed_token, generation, expires_at)
                select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'default', gen_random_uuid(),
                    'unopened', '\\x00', 1, now() from generate_series(1, 120) n
                """);
        itIs(end.minus(WARNING));

        replica().run();

        account(jane.bearer()).body("expiring", equalTo(true));
    }

    @Test
    void countsTheAccountsWhoseTokensEndSoon() {
        itIs(end.minus(WARNING));
        replica().run();

        gauge.measure();

        var count = database.query("select count(*) from account join coder_grant on grant_id = coder_grant.id"
                        + " where expiring")
                .getFirst();
        assertThat(Integer.parseInt(count)).isPositive();
        assertThat(RestAssured.given().port(managementPort).get("/q/metrics").asString())
                .contains("greenroom_accounts_expiring " + count + ".0");
    }

    private void itIs(Instant now) {
        clock.pass(Duration.between(clock.instant(), now));
    }

    private LookForExpiry replica() {
        return new LookForExpiry(
                grants, due, coderUsers, tell(), new RequireRelink(accounts, grants, linkGrant), config, clock);
    }

    private TellOfExpiry tell() {
        return new TellOfExpiry(accounts, grants, linkGrant, config, clock);
    }

    private void manyReplicasLook() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4)
                    .mapToObj(n -> replicas.submit(() -> replica().run()))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
    }

    private long looks() {
        return coder.ledger().calls("GET", "/api/v2/users/me").stream()
                .filter(call -> jane.coderUser().equals(call.user()))
                .count();
    }

    private List<CoderAccountEvent> told(int count) {
        return topic.awaitEvents(jane.userRef(), count);
    }
}
