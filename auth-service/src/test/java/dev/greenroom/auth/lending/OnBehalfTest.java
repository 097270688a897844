package dev.greenroom.auth.lending;

import static dev.greenroom.auth.Api.gatewayToken;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.onBehalf;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Borrowing for a user who has come to the gateway with a token of Backstage's. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class OnBehalfTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    private TestPerson jane;
    private String gateway;

    @BeforeEach
    void somebodyLinked() {
        jane = TestPerson.another(backstage, coder);
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);
        gateway = gatewayToken();
    }

    @Test
    void takesTheUsersTokenAndTheGateways() {
        onBehalf(jane.bearer(), gateway).statusCode(200).body("coderUsername", equalTo(jane.coderUser()));

        assertThat(database.query("select borrower from loan where user_ref = '" + jane.userRef() + "'"))
                .containsExactly("gateway");
    }

    @Test
    void lendsNothingForTheUsersTokenAlone() {
        onBehalf(jane.bearer(), jane.bearer()).statusCode(401);
        onBehalf(jane.bearer(), "no token").statusCode(401);
        onBehalf(jane.bearer(), "").statusCode(400);
        Api.with(jane.bearer()).body(Map.of()).post("/on-behalf/loans").then().statusCode(400);
    }

    @Test
    void lendsNothingForTheGatewaysTokenAlone() {
        onBehalf(gateway, gateway).statusCode(401);
        given().contentType("application/json")
                .body(Map.of("actorToken", gateway))
                .post("/on-behalf/loans")
                .then()
                .statusCode(401);
    }

    @Test
    void lendsNothingToAnotherService() {
        onBehalf(jane.bearer(), serviceToken()).statusCode(403);
    }

    @Test
    void takesNoTokenThatTheGatewayHasForAnotherService() {
        String elsewhere = token(
                        "gateway",
                        URLEncoder.encode(AuthServiceProfile.GATEWAY_SECRET, StandardCharsets.UTF_8),
                        "client_credentials",
                        "workspace-service")
                .extract()
                .path("access_token");

        onBehalf(jane.bearer(), elsewhere).statusCode(401);
    }

    @Test
    void asksWhoHasLinkedNothingToDoSo() {
        onBehalf(TestPerson.another(backstage, coder).bearer(), gateway)
                .statusCode(404)
                .body("code", equalTo("account-required"));
    }
}
