package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.unlink;
import static dev.greenroom.auth.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class AccountResourceTest {
    private static final String ME = "/api/v2/users/me";

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    private final String coderUser = "c" + UUID.randomUUID().toString().substring(0, 12);
    private final String userRef = "user:default/" + UUID.randomUUID();
    private String jane;

    @BeforeEach
    void addUsers() {
        coder.addUser(coderUser, "SomePassword123!");
        jane = backstage.tokenFor(userRef).mint();
    }

    @AfterEach
    void healCoder() {
        coder.faults().clear();
    }

    @Test
    void linksTheCoderUserWhoseTokenItIs() {
        link(jane, coder.tokenFor(coderUser), true)
                .statusCode(200)
                .body("userRef", equalTo(userRef))
                .body("coderUsername", equalTo(coderUser))
                .body("coderUserId", notNullValue())
                .body("linkedAt", notNullValue())
                .body("preprovisionConsent", equalTo(true))
                .body("linkGeneration", equalTo(1));
    }

    @Test
    void showsALinkedAccountAsItWasLinked() {
        var linked = link(jane, coder.tokenFor(coderUser), false).extract().asString();

        account(jane).statusCode(200).body(equalTo(linked));
    }

    @Test
    void saysThatNothingIsLinked() {
        account(jane).statusCode(404).body("code", equalTo("account-not-linked"));
    }

    @Test
    void learnsFromCoderWhenTheTokenEnds() {
        var end = Instant.parse(link(jane, coder.tokenFor(coderUser), null)
                .statusCode(200)
                .extract()
                .path("expiresAt"));

        assertThat(end)
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void linksAlsoWhereCoderDoesNotSayWhenTheTokenEnds(int status) {
        coder.faults().on("GET", ME + "/keys/").fail(status);

        link(jane, coder.tokenFor(coderUser), null).statusCode(200).body("expiresAt", nullValue());
    }

    @Test
    void takesNoConsentForGranted() {
        link(jane, coder.tokenFor(coderUser), null).statusCode(200).body("preprovisionConsent", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "COqGmQ7ZYB-notItsSecret000000000", "a-b-c"})
    void refusesATokenThatCoderRefuses(String token) {
        link(jane, token, true).statusCode(422).body("code", equalTo("coder-token-refused"));

        account(jane).statusCode(404);
    }

    @Test
    void refusesATokenOfASuspendedUser() {
        var token = coder.tokenFor(coderUser);
        coder.suspend(coderUser, true);

        link(jane, token, true).statusCode(422).body("code", equalTo("coder-token-refused"));
    }

    @Test
    void keepsTheLinkWhenAnotherTokenIsRefused() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);

        link(jane, "garbage", false).statusCode(422);

        account(jane).statusCode(200).body("preprovisionConsent", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 302})
    void saysThatCoderIsUnavailable(int status) {
        coder.faults().on("GET", ME).fail(status);

        link(jane, coder.tokenFor(coderUser), true)
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("coder-unavailable"));
        account(jane).statusCode(404);
    }

    @Test
    void asksADeadCoderOnceAndNotAgain() {
        var token = coder.tokenFor(coderUser);
        coder.faults().on("GET", ME).dropBeforeEffect();
        coder.ledger().clear();

        link(jane, token, true).statusCode(503).body("code", equalTo("coder-unavailable"));

        assertThat(coder.ledger().calls("GET", ME)).hasSize(1);
    }

    @Test
    void doesNotWaitForASlowCoderForLong() {
        coder.faults().on("GET", ME).times(1).delay(Duration.ofSeconds(3));

        link(jane, coder.tokenFor(coderUser), true).statusCode(503).body("code", equalTo("coder-unavailable"));
    }

    @Test
    void passesOnForHowLongCoderWantsToBeLeftAlone() {
        coder.faults().on("GET", ME).times(1).limit(Duration.ofSeconds(42));

        link(jane, coder.tokenFor(coderUser), true)
                .statusCode(503)
                .header("Retry-After", "42")
                .body("code", equalTo("coder-unavailable"));
    }

    @Test
    void letsNobodyLinkTheCoderUserOfAnother() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        var mallory = backstage.tokenFor("user:default/" + UUID.randomUUID()).mint();

        link(mallory, coder.tokenFor(coderUser), true).statusCode(409).body("code", equalTo("coder-account-taken"));

        account(mallory).statusCode(404);
        account(jane).statusCode(200);
    }

    @Test
    void letsAnotherLinkACoderUserThatWasUnlinked() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        unlink(jane).statusCode(204);
        var john = backstage.tokenFor("user:default/" + UUID.randomUUID()).mint();

        link(john, coder.tokenFor(coderUser), true).statusCode(200);
    }

    @Test
    void linksACoderUserOnceHoweverManyWantItAtOnce() {
        var token = coder.tokenFor(coderUser);
        var users = IntStream.range(0, 8)
                .mapToObj(n ->
                        backstage.tokenFor("user:default/" + UUID.randomUUID()).mint())
                .toList();

        var statuses = users.parallelStream()
                .map(user -> link(user, token, true).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnly(200, 409);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    }

    @Test
    void countsOneLinkHoweverOftenItIsPutAtOnce() {
        var token = coder.tokenFor(coderUser);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> link(jane, token, true).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
        account(jane).body("linkGeneration", equalTo(1));
        assertThat(revision()).isEqualTo("8");
    }

    @Test
    void renewsATokenWithoutANewGeneration() {
        var linkedAt = link(jane, coder.tokenFor(coderUser), true).extract().path("linkedAt");

        link(jane, coder.tokenFor(coderUser), true)
                .statusCode(200)
                .body("linkGeneration", equalTo(1))
                .body("linkedAt", equalTo(linkedAt));
    }

    @Test
    void countsAnotherGenerationForAnotherCoderUser() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        coder.addUser(coderUser + "-2", "SomePassword123!");

        link(jane, coder.tokenFor(coderUser + "-2"), true)
                .statusCode(200)
                .body("coderUsername", equalTo(coderUser + "-2"))
                .body("linkGeneration", equalTo(2));

        assertThat(grantsOf(coderUser)).as("the grant that nobody uses").isEmpty();
    }

    @Test
    void countsOnOverUnlinking() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        unlink(jane).statusCode(204);

        link(jane, coder.tokenFor(coderUser), true).statusCode(200).body("linkGeneration", equalTo(2));

        assertThat(revision()).isEqualTo("3");
    }

    @Test
    void erasesTheTokenWhenItIsUnlinked() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        assertThat(grantsOf(coderUser)).hasSize(1);

        unlink(jane).statusCode(204);

        assertThat(grantsOf(coderUser)).isEmpty();
        account(jane).statusCode(404);
    }

    @Test
    void doesNotMindUnlinkingTwice() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        unlink(jane).statusCode(204);

        unlink(jane).statusCode(204);

        assertThat(revision()).isEqualTo("2");
    }

    @Test
    void doesNotMindUnlinkingWhatWasNeverLinked() {
        unlink(jane).statusCode(204);
    }

    @Test
    void changesTheConsentWithoutAToken() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);

        link(jane, null, false)
                .statusCode(200)
                .body("preprovisionConsent", equalTo(false))
                .body("linkGeneration", equalTo(1));

        account(jane).body("preprovisionConsent", equalTo(false));
    }

    @Test
    void takesNoConsentFromWhoHasLinkedNothing() {
        link(jane, null, true).statusCode(404).body("code", equalTo("account-not-linked"));
    }

    @Test
    void forgetsTheConsentWithTheLink() {
        link(jane, coder.tokenFor(coderUser), true).statusCode(200);
        unlink(jane).statusCode(204);

        link(jane, coder.tokenFor(coderUser), null).statusCode(200).body("preprovisionConsent", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"apiToken": ""}                              | apiToken            | not a valid string
        {"apiToken": "two words-s3cr3t"}              | apiToken            | not a valid string
        {"apiToken": "s3cr3t\\u0000"}                 | apiToken            | not a valid string
        {"apiToken": 12}                              | apiToken            | must be a string
        {"apiToken": ["s3cr3t"]}                      | apiToken            | must be a string
        {"preprovisionConsent": "yes"}                | preprovisionConsent | must be a boolean
        {"apiTokn": "s3cr3t"}                         | apiTokn             | unknown property
        {"preprovisionConsent": true, "userRef": "x"} | userRef             | unknown property
        """)
    void saysWhatIsWrongWithABodyWithoutQuotingIt(String body, String field, String message) {
        with(jane)
                .body(body)
                .when()
                .put("/v1/account")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", equalTo(message))
                .body(not(containsString("s3cr3t")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"apiToken\": null}", "null", ""})
    void refusesABodyThatSaysNothing(String body) {
        with(jane).body(body).when().put("/v1/account").then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        link(jane, "a".repeat(20_000), true).statusCode(413).body("code", equalTo("too-large"));
    }

    @Test
    void wantsAUser() {
        RestAssured.when().get("/v1/account").then().statusCode(401);
        link(Api.serviceToken(), coder.tokenFor(coderUser), true).statusCode(401);
    }

    private String revision() {
        return database.query("select revision from account where user_ref = '" + userRef + "'")
                .getFirst();
    }

    private List<String> grantsOf(String coderUsername) {
        return database.query("select id from coder_grant where coder_username = '" + coderUsername + "'");
    }
}
