package dev.greenroom.auth.oauth2;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.Api;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Linking through Coder's consent, by whom it is meant for and by others. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class LinkingTest {
    BackstageStandIn backstage;
    StagingBackstage staging;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    AccountTopic topic;

    private TestPerson alice;
    private TestPerson bob;

    @BeforeEach
    void twoPeople() {
        alice = TestPerson.another(backstage, coder);
        bob = TestPerson.another(backstage, coder);
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        coder.settings().oauth2(true);
    }

    @Test
    void linksTheUserWhoBeganAndConsentedAtCoder() {
        var page = consentOf(alice, begin(alice));

        link(alice, Browser.codeOf(page), true)
                .statusCode(200)
                .body("coderUsername", equalTo(alice.coderUser()))
                .body("preprovisionConsent", equalTo(true))
                .body("linkGeneration", equalTo(1));
        borrow(serviceToken(), alice.userRef()).statusCode(200).body("coderUsername", equalTo(alice.coderUser()));
        assertThat(topic.awaitEvents(alice.userRef(), 1)).singleElement().isInstanceOf(Linked.class);
    }

    @Test
    void asksCoderWithS256AndGivesNobodyTheVerifier() {
        var query = Browser.query(begin(alice));

        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", AuthServiceProfile.CALLBACK)
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "state",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(query.get("state")).hasSize(43);
        assertThat(database.query("select user_ref from link_attempt where user_ref = '" + alice.userRef() + "'"))
                .hasSize(1);
        assertThat(database.dump()).noneMatch(row -> row.contains(query.get("state")));
    }

    /** The injection: Bob is made to open Alice's URL, and consents with his own Coder user. */
    @Test
    void linksNobodyWhereAnotherPersonFollowsTheUrl() {
        var page = consentOf(bob, begin(alice));
        var code = Browser.codeOf(page);

        link(bob, code, null).statusCode(422).body("code", equalTo("link-code-refused"));

        link(alice, code, null).statusCode(422);
        account(alice.bearer()).statusCode(404);
        account(bob.bearer()).statusCode(404);
    }

    @Test
    void leavesNothingAtCoderOfAConsentThatNobodyFinishes() {
        consentOf(bob, begin(alice));
        database.execute(
                "update coder_grant set revoke_after = now() where coder_username = '" + bob.coderUser() + "'");

        await().until(() -> grantsOf(bob).isEmpty());
        assertThat(coder.ledger().calls("POST", "/oauth2/revoke")).isNotEmpty();
    }

    @Test
    void takesACodeOnce() {
        var code = Browser.codeOf(consentOf(alice, begin(alice)));
        link(alice, code, null).statusCode(200);

        link(alice, code, null).statusCode(422).body("code", equalTo("link-code-refused"));
    }

    @Test
    void takesACodeOnlyForAWhile() {
        var code = Browser.codeOf(consentOf(alice, begin(alice)));
        database.execute("update link_attempt set expires_at = now() where user_ref = '" + alice.userRef() + "'");

        link(alice, code, null).statusCode(422).body("code", equalTo("link-code-refused"));
        account(alice.bearer()).statusCode(404);
    }

    @Test
    void takesCodersAnswerOnce() {
        var callback = new Browser(alice).consent(begin(alice));
        Browser.follow(callback).then().statusCode(200);

        failed(Browser.follow(callback), 400, "link-stale");
    }

    @Test
    void takesNoAnswerThatComesTooLate() {
        var callback = new Browser(alice).consent(begin(alice));
        database.execute("update link_attempt set expires_at = now() where user_ref = '" + alice.userRef() + "'");

        failed(Browser.follow(callback), 400, "link-stale");
        assertThat(grantsOf(alice)).isEmpty();
    }

    @Test
    void takesNoAnswerThatNobodyAskedFor() {
        var callback = new Browser(alice).consent(begin(alice));
        var code = Browser.query(callback).get("code");

        failed(given().queryParam("code", code).get("/oauth2/callback"), 400, "link-stale");
        failed(given().queryParams("code", code, "state", "forged").get("/oauth2/callback"), 400, "link-stale");
        assertThat(grantsOf(alice)).isEmpty();
    }

    @Test
    void keepsNothingOfARefusal() {
        var state = Browser.query(begin(alice)).get("state");

        var page = given().queryParams("error", "access_denied", "error_description", "<b>no</b>", "state", state)
                .get("/oauth2/callback");

        failed(page, 403, "link-denied");
        assertThat(page.body().asString()).doesNotContain("<b>", "access_denied", state);
        failed(given().queryParams("code", "x", "state", state).get("/oauth2/callback"), 400, "link-stale");
    }

    @Test
    void keepsNothingOfACodeThatCoderDoesNotTake() {
        var state = Browser.query(begin(alice)).get("state");

        failed(
                given().queryParams("code", "coder_forged_code", "state", state).get("/oauth2/callback"),
                400,
                "link-refused");
    }

    @Test
    void tellsTheOperatorWhatToTurnOnAtCoder() {
        var callback = new Browser(alice).consent(begin(alice));
        coder.settings().oauth2(false);

        var page = Browser.follow(callback);

        failed(page, 502, "oauth2-provider-off");
        assertThat(page.body().asString()).contains("CODER_EXPERIMENTS=oauth2");
    }

    @Test
    void keepsNothingWhileCoderIsAway() {
        var callback = new Browser(alice).consent(begin(alice));
        coder.faults().down(true);

        failed(Browser.follow(callback), 503, "coder-unavailable");

        coder.faults().clear();
        failed(Browser.follow(callback), 400, "link-stale");
        assertThat(grantsOf(alice)).isEmpty();
    }

    @Test
    void asksTheUserToBeginAnewWhereCoderTakesThePairNoLonger() {
        var callback = new Browser(alice).consent(begin(alice));
        coder.faults().on("GET", "/api/v2/users/me").fail(401);

        failed(Browser.follow(callback), 400, "link-stale");

        coder.faults().clear();
        assertThat(grantsOf(alice)).isEmpty();
        await().until(() -> Linking.livingPairs(alice, coder) == 0);
    }

    @Test
    void leavesNoPairAtCoderThatCouldNotBeKept() {
        var callback = new Browser(alice).consent(begin(alice));
        database.execute("alter table coder_grant add constraint not_alice check (coder_username <> '"
                + alice.coderUser() + "')");
        try {
            Browser.follow(callback).then().statusCode(500);
        } finally {
            database.execute("alter table coder_grant drop constraint not_alice");
        }

        assertThat(Linking.livingPairs(alice, coder)).isZero();
    }

    @Test
    void linksNobodyWithAGrantThatIsOver() {
        var code = Browser.codeOf(consentOf(alice, begin(alice)));
        coder.faults().on("POST", "/oauth2/revoke").fail(503);
        database.execute(
                "update coder_grant set revoke_after = now() where coder_username = '" + alice.coderUser() + "'");

        link(alice, code, null).statusCode(422).body("code", equalTo("link-code-refused"));

        assertThat(grantsOf(alice)).as("it waits for Coder").hasSize(1);
        account(alice.bearer()).statusCode(404);
    }

    @Test
    void asksATokenEndpointNeverTwice() {
        var callback = new Browser(alice).consent(begin(alice));
        coder.ledger().clear();
        coder.faults().on("POST", "/oauth2/tokens").dropAfterEffect();

        failed(Browser.follow(callback), 503, "coder-unavailable");

        assertThat(coder.ledger().calls("POST", "/oauth2/tokens")).hasSize(1);
    }

    @Test
    void givesTheCodeToTheWindowOfBackstageOnly() {
        var page = consentOf(alice, begin(alice));

        page.then()
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'sha256-"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Opener-Policy", "unsafe-none")
                .contentType("text/html")
                .body(containsString("data-origin=\"https://backstage.example.com\""))
                .body(containsString("data-page=\"" + AuthServiceProfile.BACKSTAGE_PAGE + "\""));
        assertThat(page.cookies()).isEmpty();
    }

    @Test
    void givesTheCodeToTheBackstageWhoseUserBegan() {
        var twin = TestPerson.twinOf(alice, staging);
        var page = consentOf(twin, begin(twin));

        page.then()
                .body(containsString("data-origin=\"https://staging.example.com\""))
                .body(containsString("data-page=\"" + AuthServiceProfile.STAGING_PAGE + "\""));
        link(alice, Browser.codeOf(page), null).statusCode(422);
        account(alice.bearer()).statusCode(404);

        link(twin, Browser.codeOf(consentOf(twin, begin(twin))), null)
                .statusCode(200)
                .body("userRef", equalTo(twin.userRef()));
        account(alice.bearer()).statusCode(404);
    }

    @Test
    void tellsTheBackstageWhoseUserBeganThatCoderWasDenied() {
        var twin = TestPerson.twinOf(alice, staging);
        var state = Browser.query(begin(twin)).get("state");

        var page = given().queryParams("error", "access_denied", "state", state).get("/oauth2/callback");

        failed(page, 403, "link-denied");
        page.then().body(containsString("data-origin=\"https://staging.example.com\""));
    }

    @Test
    void goesOnWithTheNewPairWhereTheCoderUserWasLinkedBefore() {
        link(alice, Browser.codeOf(consentOf(alice, begin(alice))), true).statusCode(200);
        var before = tokenOf(alice);

        consentOf(alice, begin(alice));

        assertThat(tokenOf(alice)).isNotEqualTo(before);
        account(alice.bearer()).statusCode(200).body("linkGeneration", equalTo(1));
    }

    @Test
    void linksACoderUserWithOneUserOnly() {
        link(alice, Browser.codeOf(consentOf(alice, begin(alice))), true).statusCode(200);

        link(bob, Browser.codeOf(consentOf(alice, begin(bob))), null)
                .statusCode(409)
                .body("code", equalTo("coder-account-taken"));

        account(alice.bearer()).statusCode(200);
        account(bob.bearer()).statusCode(404);
    }

    @Test
    void revokesAtCoderWhatWasUnlinked() {
        link(alice, Browser.codeOf(consentOf(alice, begin(alice))), true).statusCode(200);
        var token = tokenOf(alice);

        unlink(alice.bearer()).statusCode(204);

        borrow(serviceToken(), alice.userRef()).statusCode(404);
        await().until(() -> grantsOf(alice).isEmpty());
        given().baseUri(coder.url())
                .port(URI.create(coder.url()).getPort())
                .header("Coder-Session-Token", token)
                .get("/api/v2/users/me")
                .then()
                .statusCode(401);
    }

    @Test
    void revokesWhatWasUnlinkedOnceCoderIsBack() {
        link(alice, Browser.codeOf(consentOf(alice, begin(alice))), true).statusCode(200);
        coder.faults().down(true);

        unlink(alice.bearer()).statusCode(204);

        borrow(serviceToken(), alice.userRef()).statusCode(404);
        assertThat(grantsOf(alice)).hasSize(1);
        coder.faults().clear();
        await().until(() -> grantsOf(alice).isEmpty());
    }

    @Test
    void letsNobodyBeginWithoutEnd() {
        for (int i = 0; i < 10; i++) {
            begin(alice);
        }

        authorize(alice).statusCode(429).body("code", equalTo("too-many-attempts"));
        authorize(bob).statusCode(200);
    }

    @Test
    void wantsAUsersBearer() {
        given().post("/v1/account/authorize").then().statusCode(401);
        given().contentType("application/json")
                .body("{\"code\": \"x\"}")
                .post("/v1/account/link")
                .then()
                .statusCode(401);
    }

    private URI begin(TestPerson person) {
        var answer = authorize(person).statusCode(200).extract();
        assertThat(Instant.parse(answer.path("expiresAt"))).isAfter(Instant.now());
        return URI.create(answer.path("authorizeUrl"));
    }

    private static ValidatableResponse authorize(TestPerson person) {
        return Api.with(person.bearer()).post("/v1/account/authorize").then();
    }

    private static Response consentOf(TestPerson person, URI authorizeUrl) {
        var page = Browser.follow(new Browser(person).consent(authorizeUrl));
        page.then().statusCode(200);
        return page;
    }

    private static ValidatableResponse link(TestPerson person, String code, @Nullable Boolean consent) {
        var body = new HashMap<String, Object>();
        body.put("code", code);
        if (consent != null) {
            body.put("preprovisionConsent", consent);
        }
        return Api.with(person.bearer()).body(body).post("/v1/account/link").then();
    }

    private static void failed(Response page, int status, String code) {
        page.then()
                .statusCode(status)
                .contentType("text/html")
                .body(containsString("data-error=\"" + code + "\""))
                .body(containsString("Nothing came of it"));
    }

    private static String tokenOf(TestPerson person) {
        return borrow(serviceToken(), person.userRef())
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private List<String> grantsOf(TestPerson person) {
        return database.query("select id::text from coder_grant where coder_username = '" + person.coderUser() + "'");
    }
}
