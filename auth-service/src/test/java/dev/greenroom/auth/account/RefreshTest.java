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
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs of tokens that end, and what Coder is asked for then. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class RefreshTest {
    private static final String TOKENS = "/oauth2/tokens";

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    AccountStore accounts;

    @Inject
    GrantStore grants;

    @Inject
    RefreshLeaseStore leases;

    @Inject
    OAuth2Client client;

    @Inject
    CoderUsersClient users;

    @Inject
    RevokePair revokePair;

    @Inject
    RequireRelink requireRelink;

    @Inject
    AccountTopic topic;

    private TestPerson jane;
    private String service;

    @BeforeEach
    void somebodyLinkedThroughCodersConsent() {
        jane = TestPerson.another(backstage, coder);
        Linking.link(jane);
        service = serviceToken();
        coder.ledger().clear();
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        coder.settings().accessTokenLifetime(Duration.ofDays(1));
    }

    @Test
    void lendsTheSameTokenWhileItLasts() {
        assertThat(borrowed()).isEqualTo(borrowed());

        assertThat(refreshes()).isZero();
    }

    @Test
    void refreshesBeforeItLendsWhatWouldNotLast() {
        var before = borrowed();
        endsSoon();

        var after = borrowed();

        assertThat(after).isNotEqualTo(before).isEqualTo(borrowed());
        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void refreshesAheadOfTimeWithNobodyAsking() {
        database.execute("update coder_grant set refresh_at = now() where coder_username = '" + jane.coderUser() + "'");

        await().atMost(Duration.ofSeconds(20)).until(() -> refreshes() == 1);

        await().until(() -> generation() == 2);
        assertThat(database.query(
                        "select (refresh_at - now() between interval '14 hours' and interval '15 hours')::text from coder_grant"
                                + " where coder_username = '" + jane.coderUser() + "'"))
                .containsExactly("true");
    }

    @Test
    void asksCoderOnceHoweverManyAskInHoweverManyProcesses() throws Exception {
        endsSoon();
        coder.faults().on("POST", TOKENS).delay(Duration.ofMillis(200));
        var here = replica();
        var there = replica();
        var user = UserRef.parse(jane.userRef());

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 40)
                    .mapToObj(i -> callers.submit(() -> (i % 2 == 0 ? here : there).ensure(user)))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }

        assertThat(refreshes()).isEqualTo(1);
        assertThat(generation()).isEqualTo(2);
        borrow(service, jane.userRef()).statusCode(200);
    }

    @Test
    void asksForANewLinkOnceCoderRefusesAndSaysSoAndDoesNotAskCoderAgain() {
        endsSoon();
        endAtCoder();

        borrow(service, jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
        borrow(service, jane.userRef()).statusCode(404);

        assertThat(refreshes()).isEqualTo(1);
        account(jane.bearer()).body("relinkRequired", equalTo(true)).body("preprovisionConsent", equalTo(true));
        Linking.link(jane);
        account(jane.bearer()).body("relinkRequired", equalTo(false)).body("linkGeneration", equalTo(1));
        borrow(service, jane.userRef()).statusCode(200);
        assertThat(topic.awaitEvents(jane.userRef(), 3))
                .extracting(event -> event.getClass().getSimpleName())
                .startsWith("Linked", "RelinkRequired", "Linked");
        assertThat(topic.awaitEvents(jane.userRef(), 3))
                .extracting(CoderAccountEvent::revision)
                .startsWith(1L, 2L, 3L);
    }

    @Test
    void waitsForACoderThatIsAwayWhereTheTokenHasRunOut() {
        hasEnded();
        coder.faults().on("POST", TOKENS).times(1).fail(503);

        borrow(service, jane.userRef()).statusCode(503).body("code", equalTo("coder-unavailable"));
        borrow(service, jane.userRef()).statusCode(503);

        assertThat(refreshes()).isEqualTo(1);
        restIsOver();
        borrow(service, jane.userRef()).statusCode(200);
    }

    @Test
    void lendsWhatStillLastsWhileCoderIsAway() {
        var before = borrowed();
        endsSoon();
        coder.faults().on("POST", TOKENS).fail(503);
        assertThat(borrowed()).isEqualTo(before);

        var started = System.nanoTime();
        assertThat(borrowed()).isEqualTo(before);

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("nobody waits for a grant that rests")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(refreshes()).isEqualTo(1);
    }

    /** The unlink comes while Coder's answer is on its way. */
    @Test
    void leavesNoPairAtCoderThatIsRefreshedWhileItIsUnlinked() throws Exception {
        endsSoon();
        coder.faults().on("POST", TOKENS).delay(Duration.ofMillis(300));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var refresh = callers.submit(() -> replica().ensure(UserRef.parse(jane.userRef())));
            await().until(() -> database.query("select id::text from coder_grant where refresh_lease_until is not null"
                                    + " and coder_username = '" + jane.coderUser() + "'")
                            .size()
                    == 1);

            unlink(jane.bearer()).statusCode(204);

            refresh.get();
        }
        await().until(() -> database.query(
                        "select id::text from coder_grant where coder_username = '" + jane.coderUser() + "'")
                .isEmpty());
        await().untilAsserted(() -> assertThat(Linking.livingPairs(jane, coder)).isZero());
    }

    /** As after a kill between Coder's rotation and our commit: nobody has the next pair. */
    @Test
    void endsInANewLinkWhereCodersAnswerWasLost() {
        endsSoon();
        coder.faults().on("POST", TOKENS).times(1).dropAfterEffect();
        borrow(service, jane.userRef());
        restIsOver();

        borrow(service, jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
        borrow(service, jane.userRef()).statusCode(404);

        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void showsNoTokenInTheLogOrTheDatabaseHoweverLoudTheLogIs() {
        try (var log = LogCapture.atAllLevels()) {
            Linking.link(jane);
            endsSoon();
            var before = refreshToken();

            var access = borrowed();

            assertThat(log.linesOf("org.hibernate")).as("it hears all").isNotEmpty();
            // The test's own client is not the service.
            var service = log.lines().stream()
                    .filter(line -> !line.startsWith("org.apache.http"))
                    .toList();
            for (var secret : List.of(access, before, refreshToken())) {
                var part = secret.substring(Math.max(secret.lastIndexOf('_'), secret.lastIndexOf('-')) + 1);
                var hex = HexFormat.of().formatHex(part.getBytes(StandardCharsets.UTF_8));
                assertThat(service).noneMatch(line -> line.contains(part));
                assertThat(database.dump()).noneMatch(row -> row.contains(part) || row.contains(hex));
            }
        }
    }

    private String refreshToken() {
        return QuarkusTransaction.requiringNew()
                .call(() -> grants.openRefreshToken(
                                grants.find("coderUsername", jane.coderUser()).singleResult())
                        .orElseThrow()
                        .value());
    }

    @Test
    void leavesNewerTokensAlone() {
        endsSoon();
        var id = UUID.fromString(
                database.query("select id::text from coder_grant where coder_username = '" + jane.coderUser() + "'")
                        .getFirst());
        Linking.link(jane);
        coder.ledger().clear();

        var outcome = refreshGrant().refresh(id, 1);

        assertThat(outcome).isEqualTo(new RefreshOutcome.Taken());
        assertThat(refreshes()).isZero();
    }

    /** Coder goes on refreshing for a suspended user: without a lease each process would. */
    @Test
    void refreshesOnceWhereTwoProcessesHearThatTheTokenWasRefused() throws Exception {
        coder.suspend(jane.coderUser(), true);
        coder.faults().on("POST", TOKENS).delay(Duration.ofMillis(300));
        var id = UUID.fromString(
                database.query("select id::text from coder_grant where coder_username = '" + jane.coderUser() + "'")
                        .getFirst());

        try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.of(checking(), checking())
                    .map(process -> processes.submit(() -> process.check(id, 1)))
                    .toList();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(new CheckOutcome.Known());
            }
        }

        assertThat(refreshes()).isEqualTo(1);
        account(jane.bearer()).body("relinkRequired", equalTo(true));
    }

    private CheckGrant checking() {
        var refresh = new RefreshOnce(grants, refreshGrant(), Clock.systemUTC());
        return new CheckGrant(users, grants, refresh, requireRelink);
    }

    /** An account brings its grant with it into the transaction, before anybody has locked that. */
    @Test
    void seesWhatAnotherHasWrittenBetweenTheReadingOfAGrantAndItsLock() {
        QuarkusTransaction.requiringNew().run(() -> {
            var read = accounts.find(UserRef.parse(jane.userRef()))
                    .flatMap(Account::grant)
                    .orElseThrow();
            assertThat(read.generation()).isEqualTo(1);
            QuarkusTransaction.requiringNew().run(() -> set("generation = 2, relink_required = true"));

            var locked = grants.lock(read.id()).orElseThrow();

            assertThat(locked.generation()).isEqualTo(2);
            assertThat(locked.relinkRequired()).isTrue();
        });
    }

    /** Coder's refusal is of the older tokens: newer ones stay good. */
    @Test
    void leavesAnAccountLinkedThatWasLinkedAnewWhileCoderRefused() throws Exception {
        endsSoon();
        endAtCoder();
        coder.faults().on("POST", TOKENS).times(1).delay(Duration.ofMillis(300));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var refresh = callers.submit(() -> replica().ensure(UserRef.parse(jane.userRef())));
            await().until(() -> database.query("select id::text from coder_grant where refresh_lease_until is not null"
                                    + " and coder_username = '" + jane.coderUser() + "'")
                            .size()
                    == 1);

            link(jane.bearer(), jane.newApiToken(), null).statusCode(200);

            refresh.get();
        }

        account(jane.bearer()).body("relinkRequired", equalTo(false));
        borrow(service, jane.userRef()).statusCode(200);
    }

    private FreshTokens replica() {
        var clock = Clock.systemUTC();
        return new FreshTokens(accounts, grants, new RefreshOnce(grants, refreshGrant(), clock), clock);
    }

    private RefreshGrant refreshGrant() {
        return new RefreshGrant(grants, leases, client, revokePair, requireRelink, Clock.systemUTC());
    }

    private String borrowed() {
        return borrow(service, jane.userRef()).statusCode(200).extract().path("accessToken");
    }

    private void endsSoon() {
        set("expires_at = now() + interval '30 seconds'");
    }

    private void hasEnded() {
        set("expires_at = now() - interval '1 second'");
    }

    private void restIsOver() {
        set("refresh_rest_until = null");
    }

    private void set(String change) {
        database.execute("update coder_grant set " + change + " where coder_username = '" + jane.coderUser() + "'");
    }

    /** As an administrator's revocation. */
    private void endAtCoder() {
        Linking.revokeAtCoder(jane, coder);
    }

    private long generation() {
        return Long.parseLong(database.query(
                        "select generation::text from coder_grant where coder_username = '" + jane.coderUser() + "'")
                .getFirst());
    }

    private int refreshes() {
        return (int) coder.ledger().calls("POST", TOKENS).stream().count();
    }
}
