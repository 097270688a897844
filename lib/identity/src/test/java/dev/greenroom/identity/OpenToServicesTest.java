package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that users and services may call. Which tokens are good there shows {@link RefusedTokensTest}, too. */
@QuarkusTest
@WithTestResource(BackstageTestResource.class)
@WithTestResource(StagingBackstageTestResource.class)
@WithTestResource(ServicesIssuerTestResource.class)
class OpenToServicesTest {
    private static final String JANE = "user:default/jane";

    BackstageStandIn backstage;
    StagingBackstage staging;
    ServicesIssuer issuer;

    @Test
    void tellUsersOfEachEnvironmentAndServicesApart() {
        // Proven, and then remembered.
        for (int time = 0; time < 2; time++) {
            with(jane()).get("/v1/either").then().statusCode(200).body(equalTo(user(JANE)));
            with(staging.tokenFor(JANE).mint())
                    .get("/v1/either")
                    .then()
                    .statusCode(200)
                    .body(equalTo(user(JANE + "@staging")));
            with(gateway())
                    .get("/v1/either")
                    .then()
                    .statusCode(200)
                    .body(equalTo(new TokenHolder.Client("gateway").toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/whoami", "/v1/mistaken", "/v1/either/below", "/v1/either/"})
    void openNoOtherPathToAServiceWhoseTokenIsRemembered(String path) {
        var token = gateway();
        with(token).get("/v1/either").then().statusCode(200);

        with(token).urlEncodingEnabled(false).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/whoami", "/internal/either"})
    void openNothingInternalToAUserWhoseTokenIsRemembered(String path) {
        var token = jane();
        with(token).get("/v1/either").then().statusCode(200);

        with(token).get(path).then().statusCode(401);
        with(gateway()).get(path).then().statusCode(200);
    }

    @Test
    void takeAServiceForNoUserWhereAResourceForgetsThatServicesMayCall() {
        with(gateway()).get("/v1/either-mistaken").then().statusCode(401).body("code", equalTo("unauthenticated"));
        with(jane()).get("/v1/either-mistaken").then().statusCode(200).body(equalTo(JANE));
    }

    @Test
    void needAToken() {
        when().get("/v1/either").then().statusCode(401).body("code", equalTo("unauthenticated"));
        when().get("/v1/open-either").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_session_services", "q_auth_services", "q_session", "q_auth"})
    void letNoCookieChooseWhoProvesTheToken(String cookie) {
        with(jane()).cookie(cookie, "x").get("/v1/either").then().statusCode(200);
        with(gateway()).cookie(cookie, "x").get("/v1/either").then().statusCode(200);
        given().cookie(cookie, "x").get("/v1/either").then().statusCode(401);
    }

    private String jane() {
        return backstage.tokenFor(JANE).mint();
    }

    private String gateway() {
        return issuer.tokenFor("gateway", WhoAmIResource.SERVICE).mint();
    }

    private static String user(String ref) {
        return new TokenHolder.User(UserRef.parse(ref)).toString();
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
