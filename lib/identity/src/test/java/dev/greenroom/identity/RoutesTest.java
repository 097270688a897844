package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackstageTestResource.class)
@WithTestResource(ServicesIssuerTestResource.class)
class RoutesTest {
    BackstageStandIn backstage;
    ServicesIssuer issuer;

    @Test
    void asksForATokenInWordsThatClientsUnderstand() {
        when().get("/v1/whoami")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/v1/whoami"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic amFuZTpqYW5l", "Token x"})
    void takesNothingButABearerToken(String authorization) {
        given().header("Authorization", authorization)
                .when()
                .get("/v1/whoami")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void readsTheSchemeInAnyCase() {
        given().header("Authorization", "bearer " + jane())
                .when()
                .get("/v1/whoami")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/whoami",
                "/internal/mistaken",
                "/internal;a=b/whoami",
                "/v1/../internal/whoami",
                "/%69nternal/whoami"
            })
    void refusesAUsersTokenOnInternalRoutesEvenWhenItIsRemembered(String path) {
        var token = jane();
        with(token).get("/v1/whoami").then().statusCode(200);

        with(token).urlEncodingEnabled(false).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/whoami", "/v1/things/services", "/v1/mistaken"})
    void refusesAServicesTokenOnUserRoutesEvenWhenItIsRemembered(String path) {
        var token = issuer.tokenFor("gateway", WhoAmIResource.SERVICE).mint();
        with(token).get("/internal/whoami").then().statusCode(200);

        with(token).get(path).then().statusCode(401);
    }

    @Test
    void readsAUsersTokenOnAPathThatEndsLikeTheServicesTenant() {
        with(jane()).get("/v1/things/services").then().statusCode(200).body(equalTo("user:default/jane"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_session_services", "q_auth_services", "q_session", "q_auth"})
    void letsNoCookieChooseWhoProvesTheToken(String cookie) {
        with(jane()).cookie(cookie, "x").get("/v1/whoami").then().statusCode(200);
        with(jane()).cookie(cookie, "x").get("/internal/whoami").then().statusCode(401);
        with(issuer.tokenFor("gateway", WhoAmIResource.SERVICE).mint())
                .cookie(cookie, "x")
                .get("/v1/whoami")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesEverybodyWhereARouteForgetsToSayWhoMayCallIt() {
        with(jane()).get("/v1/forgotten").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void proveNothingOnAnOpenRoute() {
        with("rubbish").get("/v1/open").then().statusCode(200);
    }

    @Test
    void knowsNobodyOnAnOpenRouteWithoutAToken() {
        when().get("/v1/open-but-asks").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void knowsTheUserOnAnOpenRouteWithAToken() {
        with(jane()).get("/v1/open-but-asks").then().statusCode(200).body(equalTo("user:default/jane"));
    }

    @Test
    void takesATokenOf32Kilobytes() {
        var token = backstage
                .tokenFor("user:default/jane")
                .claim("ent", "x".repeat(24_000))
                .mint();

        with(token).get("/v1/whoami").then().statusCode(200);
    }

    private String jane() {
        return backstage.tokenFor("user:default/jane").mint();
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
