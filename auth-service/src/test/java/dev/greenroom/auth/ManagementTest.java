package dev.greenroom.auth;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What operators see, on a port that is not the public one. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class ManagementTest {
    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @Test
    void isReadyWithItsDatabase() {
        management("/q/health/ready").statusCode(200).body("status", equalTo("UP"));
        management("/q/health/live").statusCode(200);
    }

    @Test
    void countsLoansByOutcome() {
        Api.borrow(Api.serviceToken(), "user:default/nobody").statusCode(404);

        management("/q/metrics")
                .statusCode(200)
                .body(containsString("greenroom_loans_total{outcome=\"account-required\"}"));
    }

    @Test
    void countsTheRowsThatAreStillToBeSealedWithTheNewKey() {
        management("/q/metrics")
                .statusCode(200)
                .body(containsString("greenroom_seal_rows_waiting{column=\"coder_grant.sealed_token\"} 0.0"))
                .body(containsString("greenroom_seal_rows_unopened{column=\"signing_key.sealed_private_key\"} 0.0"));
    }

    @Test
    void keepsHealthAndMetricsOffThePublicPort() {
        RestAssured.get("/q/health").then().statusCode(404);
        RestAssured.get("/q/metrics").then().statusCode(404);
    }

    private ValidatableResponse management(String path) {
        return RestAssured.given().port(port).get(path).then();
    }
}
