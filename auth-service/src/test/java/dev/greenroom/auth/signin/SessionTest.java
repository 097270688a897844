package dev.greenroom.auth.signin;

import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.exchange;
import static dev.greenroom.auth.Api.gatewayToken;
import static dev.greenroom.auth.Api.lending;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.refusal;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sessions that sign-ins begin: how long they last, and how they end. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class SessionTest {
    private static final SignIn CLIENT = SignIn.BACKSTAGE;

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    EndOverSessions ending;

    private TestPerson alice;
    private String gateway;
    private SignIn.Tokens tokens;

    @BeforeEach
    void somebodySignsIn() {
        alice = TestPerson.another(backstage, coder);
        gateway = gatewayToken();
        tokens = CLIENT.of(alice);
    }

    @Test
    void givesTheNextTokensForTheRefreshToken() {
        var next = SignIn.tokens(CLIENT.refresh(tokens.refresh()));

        assertThat(next.access()).isNotEqualTo(tokens.access());
        assertThat(next.refresh()).isNotEqualTo(tokens.refresh());
        exchange(gateway, next.access()).statusCode(200);
        CLIENT.refresh(next.refresh()).statusCode(200);
    }

    /** Each page load refreshes, and tabs that are opened together bring the same cookie. */
    @Test
    void lastsThroughTheRefreshesOfManyTabsAtOnce() {
        var tabs = IntStream.range(0, 8)
                .parallel()
                .mapToObj(tab -> SignIn.tokens(CLIENT.refresh(tokens.refresh())))
                .toList();

        for (var tab : tabs) {
            exchange(gateway, tab.access()).statusCode(200);
            CLIENT.refresh(tab.refresh()).statusCode(200);
        }
        exchange(gateway, tokens.access()).statusCode(200);
    }

    /** Backstage, which could not ask whose they are while Coder was away, has forgotten the next tokens. */
    @Test
    void lastsThroughRefreshesOfWhichNothingCame() {
        SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        anHourLater();
        SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        anHourLater();

        var next = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        anHourLater();

        CLIENT.refresh(next.refresh()).statusCode(200);
    }

    @Test
    void endsWhereARefreshTokenComesBackThatItHasGoneOnWithout() {
        var next = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        var afterNext = SignIn.tokens(CLIENT.refresh(next.refresh()));
        CLIENT.refresh(tokens.refresh()).statusCode(200);
        anHourLater();

        CLIENT.refresh(tokens.refresh()).statusCode(400).body("error", equalTo("invalid_grant"));

        CLIENT.refresh(afterNext.refresh()).statusCode(400);
        exchange(gateway, afterNext.access()).statusCode(404);
        await().until(() -> Linking.livingPairs(alice, coder) == 0);
    }

    /** The browser keeps the cookie of the answer that came last, which need not be that of the last request. */
    @Test
    void lastsWhereASlowTabsAnswerComesAfterTheNextRefresh() {
        var slow = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        var fast = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        CLIENT.refresh(fast.refresh()).statusCode(200);
        anHourLater();

        var next = SignIn.tokens(CLIENT.refresh(slow.refresh()));

        CLIENT.refresh(next.refresh()).statusCode(200);
    }

    /** A thief has refreshed, and later so has whom they stole from: whoever goes on second ends it for both. */
    @Test
    void endsWhereTwoGoOnFromOneRefreshTokenAtDifferentTimes() {
        var thiefs = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        anHourLater();
        var owners = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        var thiefsNext = SignIn.tokens(CLIENT.refresh(thiefs.refresh()));
        set("session_token", "good_until = good_until - interval '1 second'", "good_until is not null");

        CLIENT.refresh(owners.refresh()).statusCode(400);

        CLIENT.refresh(thiefsNext.refresh()).statusCode(400);
        exchange(gateway, thiefs.access()).statusCode(404);
    }

    /** What tells of a theft lies with the stolen token's own row, and not with one whose time is over sooner. */
    @Test
    void remembersWhatWasLeftBehindLongerThanWhatItCameOf() {
        var thiefs = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        anHourLater();
        var owners = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        CLIENT.refresh(owners.refresh()).statusCode(200);
        anHourLater();
        set("session_token", "expires_at = now()", "parent_hash is null");
        ending.run();

        CLIENT.refresh(thiefs.refresh()).statusCode(400);

        CLIENT.refresh(owners.refresh()).statusCode(400);
    }

    private void anHourLater() {
        set("session_token", "issued_at = issued_at - interval '1 hour'", "true");
        set("session_token", "good_until = good_until - interval '1 hour'", "good_until is not null");
    }

    @Test
    void endsOnceHoweverManyBringWhatWasLeftBehind() {
        var next = SignIn.tokens(CLIENT.refresh(tokens.refresh()));
        CLIENT.refresh(next.refresh()).statusCode(200);
        anHourLater();

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(tab -> CLIENT.refresh(tokens.refresh()).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnly(400);
    }

    /** The operator has taken the client out of the configuration. */
    @Test
    void endsWithItsClient() {
        set("sign_in_session", "client_id = 'of-yesterday'", "true");

        exchange(gateway, tokens.access()).statusCode(404);
        ending.run();

        await().until(() -> Linking.livingPairs(alice, coder) == 0);
    }

    @Test
    void leavesALinkOfTheSameCoderUserAliveWhenItEnds() {
        Linking.link(alice);

        CLIENT.revoke(tokens.refresh()).statusCode(200);

        borrow(serviceToken(), alice.userRef()).statusCode(200);
        assertThat(Linking.livingPairs(alice, coder)).isEqualTo(1);
    }

    /** It was pasted for the account, and goes with it. */
    @Test
    void endsWithAnApiTokenThatItsUserUnlinks() {
        link(alice.bearer(), alice.newApiToken(), null).statusCode(200);

        unlink(alice.bearer()).statusCode(204);

        exchange(gateway, tokens.access()).statusCode(404);
        assertThat(database.query("select 1 from coder_grant where coder_username = '" + alice.coderUser() + "'"))
                .isEmpty();
    }

    @Test
    void givesNothingForTheTokenOfTheOtherKind() {
        CLIENT.refresh(tokens.access()).statusCode(400);
        CLIENT.refresh(tokens.access().replace("_access_", "_refresh_")).statusCode(400);
        exchange(gateway, tokens.refresh()).statusCode(404);
        exchange(gateway, tokens.refresh().replace("_refresh_", "_access_")).statusCode(404);
    }

    @Test
    void endsAnAccessTokenAtItsTime() {
        set("session_token", "expires_at = now()", "kind = 'ACCESS'");

        exchange(gateway, tokens.access()).statusCode(404).body("code", equalTo("token-refused"));

        CLIENT.refresh(tokens.refresh()).statusCode(200);
    }

    @Test
    void endsWhereNobodyRefreshesItAndLeavesNothingAtCoder() {
        set("sign_in_session", "expires_at = now()", "true");

        ending.run();

        CLIENT.refresh(tokens.refresh()).statusCode(400);
        await().until(() -> Linking.livingPairs(alice, coder) == 0);
    }

    @Test
    void endsOnceTheGatewaySaysThatCoderRefusesItsTokenAndCoderDoes() {
        var loan = exchange(gateway, tokens.access()).statusCode(200).extract().path("loanId");
        coder.suspend(alice.coderUser(), true);

        refusal(gateway, loan).statusCode(204);

        exchange(gateway, tokens.access()).statusCode(404);
        CLIENT.refresh(tokens.refresh()).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void endsForItsClientWhoRevokesEitherToken() {
        var other = CLIENT.of(alice);
        SignIn.STAGING.revoke(tokens.refresh()).statusCode(200);
        exchange(gateway, tokens.access()).statusCode(200);

        CLIENT.revoke(tokens.refresh()).statusCode(200);

        exchange(gateway, tokens.access()).statusCode(404);
        exchange(gateway, other.access()).statusCode(200);
        assertThat(Linking.livingPairs(alice, coder)).isEqualTo(1);

        CLIENT.revoke(other.access()).statusCode(200);

        await().until(() -> Linking.livingPairs(alice, coder) == 0);
        CLIENT.revoke(other.access()).statusCode(200);
    }

    /** Whatever was the reason for that, a later sign-in does not give it back to whoever has these tokens. */
    @Test
    void endsForGoodWhereTheGrantIsDeadAtCoder() {
        Linking.revokeAtCoder(alice, coder);
        set("coder_grant", "expires_at = now()", "true");

        exchange(gateway, tokens.access()).statusCode(404);
        CLIENT.refresh(tokens.refresh()).statusCode(400).body("error", equalTo("invalid_grant"));

        var next = CLIENT.of(alice);
        exchange(gateway, next.access()).statusCode(200);
        exchange(gateway, tokens.access()).statusCode(404);
        CLIENT.refresh(tokens.refresh()).statusCode(400);
    }

    @Test
    void isLentAFreshTokenWhereCodersHasRunOut() {
        String before = exchange(gateway, tokens.access()).extract().path("accessToken");
        set("coder_grant", "expires_at = now()", "true");

        String after =
                exchange(gateway, tokens.access()).statusCode(200).extract().path("accessToken");

        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void isLentNothingWhileLendingIsFrozen() {
        var admin = backstage.tokenFor(AuthServiceProfile.ADMIN).mint();
        lending(admin, true, "a test").statusCode(200);
        try {
            exchange(gateway, tokens.access()).statusCode(503).body("code", equalTo("lending-frozen"));
        } finally {
            lending(admin, false, "a test").statusCode(200);
        }
    }

    @Test
    void isLentATokenForTheGatewayOnly() {
        exchange(serviceToken(), tokens.access()).statusCode(403);
    }

    @Test
    void isNamedInTheRecordOfEachLoan() {
        exchange(gateway, tokens.access()).statusCode(200);

        assertThat(database.query("select borrower from loan join sign_in_session s on s.id = session_id"
                        + " join coder_grant g on g.id = s.grant_id where user_ref is null and link_generation is null"
                        + " and coder_username = '" + alice.coderUser() + "'"))
                .containsExactly("gateway");
    }

    private void set(String table, String change, String where) {
        var mine = "select g.id from coder_grant g where coder_username = '" + alice.coderUser() + "'";
        var row =
                switch (table) {
                    case "coder_grant" -> "id in (" + mine + ")";
                    case "sign_in_session" -> "grant_id in (" + mine + ")";
                    default -> "session_id in (select id from sign_in_session where grant_id in (" + mine + "))";
                };
        database.execute("update " + table + " set " + change + " where " + where + " and " + row);
    }
}
