package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.unlink;
import static dev.greenroom.auth.Api.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class AccountResourceTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    private TestPerson jane;

    @BeforeEach
    void addJane() {
        jane = TestPerson.another(backstage, coder);
    }

    @Test
    void linksTheCoderUserWhoseTokenItIs() {
        link(jane.bearer(), jane.newApiToken(), true)
                .statusCode(200)
                .body("userRef", equalTo(jane.userRef()))
                .body("coderUsername", equalTo(jane.coderUser()))
                .body("coderUserId", notNullValue())
                .body("linkedAt", notNullValue())
                .body("preprovisionConsent", equalTo(true))
                .body("linkGeneration", equalTo(1));
    }

    @Test
    void showsALinkedAccountAsItWasLinked() {
        var linked = link(jane.bearer(), jane.newApiToken(), false).extract().asString();

        account(jane.bearer()).statusCode(200).body(equalTo(linked));
    }

    @Test
    void saysThatNothingIsLinked() {
        account(jane.bearer()).statusCode(404).body("code", equalTo("account-not-linked"));
    }

    @Test
    void takesNoConsentForGrantedAtTheFirstLink() {
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200).body("preprovisionConsent", equalTo(false));
    }

    @Test
    void keepsTheConsentWhereAnotherTokenComesWithoutAWordOfIt() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);

        link(jane.bearer(), jane.newApiToken(), null).statusCode(200).body("preprovisionConsent", equalTo(true));

        account(jane.bearer()).body("preprovisionConsent", equalTo(true));
    }

    @Test
    void asksAnewForAConsentWhereTheTokenIsAnotherCoderUsers() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        var other = TestPerson.another(backstage, coder);

        link(jane.bearer(), other.newApiToken(), null).statusCode(200).body("preprovisionConsent", equalTo(false));
    }

    @Test
    void withdrawsTheConsentWithAnotherToken() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);

        link(jane.bearer(), jane.newApiToken(), false).statusCode(200).body("preprovisionConsent", equalTo(false));
    }

    @Test
    void changesTheConsentWithoutAToken() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);

        link(jane.bearer(), null, false)
                .statusCode(200)
                .body("preprovisionConsent", equalTo(false))
                .body("linkGeneration", equalTo(1));

        account(jane.bearer()).body("preprovisionConsent", equalTo(false));
    }

    @Test
    void takesNoConsentFromWhoHasLinkedNothing() {
        link(jane.bearer(), null, true).statusCode(404).body("code", equalTo("account-not-linked"));
    }

    @Test
    void forgetsTheConsentWithTheLink() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);

        link(jane.bearer(), jane.newApiToken(), null).statusCode(200).body("preprovisionConsent", equalTo(false));
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
        with(jane.bearer())
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
        with(jane.bearer())
                .body(body)
                .when()
                .put("/v1/account")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        link(jane.bearer(), "a".repeat(20_000), true).statusCode(413).body("code", equalTo("too-large"));
    }

    @Test
    void wantsAUser() {
        RestAssured.when().get("/v1/account").then().statusCode(401);
        link(Api.serviceToken(), jane.newApiToken(), true).statusCode(401);
    }
}
