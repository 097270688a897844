package dev.greenroom.auth.signin;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.exchange;
import static dev.greenroom.auth.Api.gatewayToken;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.oauth2.Browser;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.auth.oauth2.Secret;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with Coder, as a back end of Backstage and its browsers do it. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class SignInTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    SealedStates states;

    private TestPerson alice;
    private String gateway;

    @BeforeEach
    void somebody() {
        coder.ledger().clear();
        alice = TestPerson.another(backstage, coder);
        gateway = gatewayToken();
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        coder.settings().oauth2(true);
    }

    @Test
    void lendsTheGatewayCodersTokenForTheSessionsOwn() {
        var tokens = SignIn.BACKSTAGE.of(alice);

        exchange(gateway, tokens.access())
                .statusCode(200)
                .body("coderUsername", equalTo(alice.coderUser()))
                .body("linkGeneration", nullValue());
    }

    @Test
    void asksCoderWithS256WhereTheClientDoesNot() {
        assertThat(Browser.query(SignIn.BACKSTAGE.begin()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", AuthServiceProfile.CALLBACK)
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "state",
                        "code_challenge",
                        "code_challenge_method");
    }

    @Test
    void writesNothingForSomebodyWhoOnlyBegins() {
        var before = database.dump().size();

        for (int i = 0; i < 20; i++) {
            SignIn.BACKSTAGE.begin();
        }

        assertThat(database.dump()).hasSize(before);
    }

    @Test
    void handsTheClientsStateBackAsItCame() {
        assertThat(Browser.query(SignIn.BACKSTAGE.consentOf(alice))).containsEntry("state", SignIn.STATE);
    }

    @Test
    void linksNoAccount() {
        SignIn.BACKSTAGE.of(alice);

        account(alice.bearer()).statusCode(404);
    }

    @Test
    void givesTokensOfItsOwnAndNoneOfCoders() {
        var tokens = SignIn.BACKSTAGE.of(alice);
        String lent = exchange(gateway, tokens.access()).extract().path("accessToken");

        assertThat(tokens.access()).startsWith("greenroom_access_").doesNotContain(lent);
        assertThat(tokens.refresh()).startsWith("greenroom_refresh_");
        given().baseUri(coder.url())
                .port(URI.create(coder.url()).getPort())
                .header("Coder-Session-Token", tokens.access())
                .get("/api/v2/users/me")
                .then()
                .statusCode(401);
        assertThat(database.dump())
                .noneMatch(row -> row.contains(tokens.access().substring("greenroom_access_".length()))
                        || row.contains(tokens.refresh().substring("greenroom_refresh_".length())));
    }

    /** A second login at Coder ends the pair of the first: whoever has linked goes on with the new one. */
    @Test
    void leavesALinkOfTheSameCoderUserAlive() {
        Linking.link(alice);

        SignIn.BACKSTAGE.of(alice);

        assertThat(lives(Api.borrow(serviceToken(), alice.userRef()).extract().path("accessToken")))
                .isTrue();
    }

    @Test
    void keepsASessionThroughALinkAndItsEnd() {
        var tokens = SignIn.BACKSTAGE.of(alice);
        Linking.link(alice);
        assertThat(lives(exchange(gateway, tokens.access()).extract().path("accessToken")))
                .isTrue();

        unlink(alice.bearer()).statusCode(204);

        exchange(gateway, tokens.access()).statusCode(200);
        assertThat(Linking.livingPairs(alice, coder)).isEqualTo(1);
    }

    @Test
    void keepsTheSessionsOfTwoEnvironmentsApart() {
        var production = SignIn.BACKSTAGE.of(alice);
        var staging = SignIn.STAGING.of(alice);

        SignIn.BACKSTAGE.refresh(staging.refresh()).statusCode(400).body("error", equalTo("invalid_grant"));

        SignIn.STAGING.refresh(staging.refresh()).statusCode(200);
        SignIn.BACKSTAGE.refresh(production.refresh()).statusCode(200);
    }

    @Test
    void refusesToSendABrowserWhereTheClientHasNoAddress() {
        for (var elsewhere : List.of(
                AuthServiceProfile.OTHER_SIGN_IN_CALLBACK,
                AuthServiceProfile.SIGN_IN_CALLBACK + "/",
                AuthServiceProfile.SIGN_IN_CALLBACK + "?next=https://evil.example.com",
                "https://evil.example.com")) {
            SignIn.BACKSTAGE
                    .begin(Map.of("redirect_uri", elsewhere))
                    .then()
                    .statusCode(400)
                    .header("Location", nullValue())
                    .body("code", equalTo("redirect-refused"));
        }
    }

    @Test
    void refusesAClientThatItDoesNotKnow() {
        SignIn.BACKSTAGE
                .begin(Map.of("client_id", "nobody"))
                .then()
                .statusCode(401)
                .header("Location", nullValue())
                .body("code", equalTo("unknown-client"));
    }

    @Test
    void tellsTheClientWhatItAskedWrongly() {
        assertThat(refusal(Map.of("response_type", "token"))).isEqualTo("unsupported_response_type");
        assertThat(refusal(Map.of("code_challenge", "c", "code_challenge_method", "plain")))
                .isEqualTo("invalid_request");
    }

    private static String refusal(Map<String, String> asked) {
        return Browser.query(URI.create(SignIn.BACKSTAGE
                        .begin(asked)
                        .then()
                        .statusCode(302)
                        .extract()
                        .header("Location")))
                .get("error");
    }

    @Test
    void tellsTheClientOfANoAtCoder() {
        var state = Browser.query(SignIn.BACKSTAGE.begin()).get("state");

        var answer = SignIn.BACKSTAGE.goOn(
                Browser.follow(URI.create("https://greenroom.example.com/?error=access_denied&state=" + state)));

        assertThat(Browser.query(answer))
                .containsEntry("error", "access_denied")
                .containsEntry("state", SignIn.STATE)
                .doesNotContainKey("code");
    }

    @Test
    void tellsTheClientThatCodersProviderIsOff() {
        var back = new Browser(alice).consent(SignIn.BACKSTAGE.begin());
        coder.settings().oauth2(false);

        assertThat(Browser.query(SignIn.BACKSTAGE.goOn(Browser.follow(back))))
                .containsEntry("error", "server_error")
                .hasEntrySatisfying(
                        "error_description", text -> assertThat(text).contains("CODER_EXPERIMENTS"));
    }

    @Test
    void keepsNothingOfAStateThatWasChanged() {
        var back = new Browser(alice).consent(SignIn.BACKSTAGE.begin()).toString();
        int end = back.length() - 8;
        var changed = back.substring(0, end) + (back.charAt(end) == 'A' ? 'B' : 'A') + back.substring(end + 1);

        Browser.follow(URI.create(changed)).then().statusCode(400);

        assertThat(database.query("select 1 from coder_grant where coder_username = '" + alice.coderUser() + "'"))
                .isEmpty();
    }

    @Test
    void redeemsACodeOnce() {
        var code = SignIn.codeOf(SignIn.BACKSTAGE.consentOf(alice));
        SignIn.BACKSTAGE.redeem(code).statusCode(200);

        SignIn.BACKSTAGE.redeem(code).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void redeemsACodeOnceHoweverManyBringItAtOnce() {
        var code = SignIn.codeOf(SignIn.BACKSTAGE.consentOf(alice));

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(client -> SignIn.BACKSTAGE.redeem(code).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(200).contains(400);
    }

    @Test
    void keepsNothingOfASignInWhoseTimeIsOver() {
        var request = new AuthorizationRequest("backstage", AuthServiceProfile.SIGN_IN_CALLBACK, null, null);
        var over = states.seal(new BegunSignIn(request, Secret.fresh(), Instant.now()));

        Browser.follow(URI.create("https://greenroom.example.com/?code=c&state=" + over))
                .then()
                .statusCode(400);

        assertThat(coder.ledger().calls("POST", "/oauth2/tokens")).isEmpty();
    }

    /** The pair of a sign-in takes the place of what the link of the same Coder user had. */
    @Test
    void revivesALinkOfTheSameCoderUserWhoseTokensWereDead() {
        Linking.link(alice);
        Linking.revokeAtCoder(alice, coder);
        database.execute(
                "update coder_grant set expires_at = now() where coder_username = '" + alice.coderUser() + "'");
        Api.borrow(serviceToken(), alice.userRef()).statusCode(404);

        SignIn.BACKSTAGE.of(alice);

        account(alice.bearer()).statusCode(200).body("relinkRequired", equalTo(false));
    }

    @Test
    void redeemsACodeForItsClientAndAddressOnly() {
        SignIn.STAGING.redeem(SignIn.codeOf(SignIn.BACKSTAGE.consentOf(alice))).statusCode(400);

        SignIn.BACKSTAGE
                .redeem(
                        SignIn.codeOf(SignIn.BACKSTAGE.consentOf(alice)),
                        Map.of("redirect_uri", "https://evil.example.com"))
                .statusCode(400);
    }

    @Test
    void redeemsNoCodeWhoseTimeIsOver() {
        var code = SignIn.codeOf(SignIn.BACKSTAGE.consentOf(alice));
        database.execute("update sign_in_code set expires_at = now()");

        SignIn.BACKSTAGE.redeem(code).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void asksAClientThatDoesPkceForItsVerifier() {
        var verifier = Secret.fresh();
        var pkce = Map.of("code_challenge", verifier.challenge(), "code_challenge_method", "S256");

        SignIn.BACKSTAGE.redeem(code(pkce)).statusCode(400);
        SignIn.BACKSTAGE
                .redeem(code(pkce), Map.of("code_verifier", Secret.fresh().value()))
                .statusCode(400);
        SignIn.BACKSTAGE
                .redeem(code(pkce), Map.of("code_verifier", verifier.value()))
                .statusCode(200);
        SignIn.BACKSTAGE
                .redeem(code(Map.of()), Map.of("code_verifier", verifier.value()))
                .statusCode(400);
    }

    private String code(Map<String, String> asked) {
        var authorizeUrl = URI.create(SignIn.BACKSTAGE.begin(asked).header("Location"));
        return SignIn.codeOf(SignIn.BACKSTAGE.goOn(Browser.follow(new Browser(alice).consent(authorizeUrl))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", " ", AuthServiceProfile.OTHER_SIGN_IN_SECRET})
    void refusesAClientWithoutItsSecret(String secret) {
        var tokens = SignIn.BACKSTAGE.of(alice);
        var impostor = new SignIn("backstage", secret, AuthServiceProfile.SIGN_IN_CALLBACK);

        impostor.refresh(tokens.refresh())
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("error", equalTo("invalid_client"));
        impostor.revoke(tokens.refresh()).statusCode(401);
    }

    @Test
    void takesAClientsSecretInTheHeaderToo() {
        var tokens = SignIn.BACKSTAGE.of(alice);

        given().auth()
                .preemptive()
                .basic("backstage", AuthServiceProfile.SIGN_IN_SECRET)
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", tokens.refresh())
                .post("/coder/oauth2/tokens")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesAGrantTypeThatCoderDoesNotHave() {
        given().formParam("client_id", "backstage")
                .formParam("client_secret", AuthServiceProfile.SIGN_IN_SECRET)
                .formParam("grant_type", "client_credentials")
                .post("/coder/oauth2/tokens")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void leavesNothingAtCoderOfACodeThatNobodyRedeems() {
        SignIn.BACKSTAGE.consentOf(alice);
        database.execute(
                "update coder_grant set revoke_after = now() where coder_username = '" + alice.coderUser() + "'");

        await().until(() -> Linking.livingPairs(alice, coder) == 0);
    }

    private boolean lives(String token) {
        return given().baseUri(coder.url())
                        .port(URI.create(coder.url()).getPort())
                        .header("Coder-Session-Token", token)
                        .get("/api/v2/users/me")
                        .statusCode()
                == 200;
    }
}
