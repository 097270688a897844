package dev.greenroom.catalogsync.confirmation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.StagingBackstage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin's word counts once, and for an hour. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class WithdrawalsResourceTest {
    @Inject
    ConfirmationStore confirmations;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    StagingBackstage staging;

    @BeforeEach
    void forget() {
        database.forget();
    }

    @Test
    void takesAnAdminsWordAndLogsWhoSaidWhat() {
        assertThat(confirmations.upTo()).isEmpty();

        try (var log = LogCapture.atConfiguredLevels()) {
            var answer = confirm(admin(), "{\"upTo\": 512}")
                    .statusCode(202)
                    .body("upTo", equalTo(512))
                    .body("confirmedBy", equalTo(CatalogSyncProfile.ADMIN));

            assertThat(Instant.parse(answer.extract().path("validUntil")))
                    .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_700));
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("is confirmed"))
                    .singleElement()
                    .asString()
                    .contains("upTo=512", "by=" + CatalogSyncProfile.ADMIN);
        }
        assertThat(confirmations.upTo()).hasValue(512);
    }

    @Test
    void countsOnce() {
        confirm(admin(), "{\"upTo\": 30}").statusCode(202);

        confirmations.used();

        assertThat(confirmations.upTo()).isEmpty();
        confirmations.used();
    }

    @Test
    void countsAsItWasSaidLast() {
        confirm(admin(), "{\"upTo\": 30}").statusCode(202);
        confirm(admin(), "{\"upTo\": 20}").statusCode(202);

        assertThat(confirmations.upTo()).hasValue(20);
    }

    @Test
    void countsForAnHourOnTheDatabasesClock() {
        confirm(admin(), "{\"upTo\": 30}").statusCode(202);

        database.execute("update catalog_withdrawal_confirmation set confirmed_at = now() - interval '59 minutes'");
        assertThat(confirmations.upTo()).hasValue(30);
        database.execute("update catalog_withdrawal_confirmation set confirmed_at = now() - interval '60 minutes'");
        assertThat(confirmations.upTo()).isEmpty();

        confirm(admin(), "{\"upTo\": 31}").statusCode(202);
        assertThat(confirmations.upTo()).hasValue(31);
    }

    @Test
    void countsForThisDeploymentOnly() {
        confirm(admin(), "{\"upTo\": 30}").statusCode(202);
        database.execute("update catalog_withdrawal_confirmation set deployment = 'another'");

        assertThat(confirmations.upTo()).isEmpty();
        confirmations.used();
        confirm(admin(), "{\"upTo\": 31}").statusCode(202);
        assertThat(confirmations.upTo()).hasValue(31);
    }

    @Test
    void takesNobodyElsesWord() {
        for (var token : List.of(
                backstage.tokenFor("user:default/jane").mint(),
                staging.tokenFor(CatalogSyncProfile.ADMIN).mint())) {
            confirm(token, "{\"upTo\": 30}").statusCode(403).body("code", equalTo("forbidden"));
        }
        given().contentType("application/json")
                .body("{\"upTo\": 30}")
                .post("/v1/catalog/withdrawals")
                .then()
                .statusCode(401);

        assertThat(confirmations.upTo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "null",
                "{\"upTo\": 0}",
                "{\"upTo\": -5}",
                "{\"upTo\": null}",
                "{\"upTo\": 1.5}",
                "{\"upTo\": \"30\"}",
                "{\"upTo\": true}",
                "{\"upTo\": 99999999999}",
                "{\"upTo\": 30, \"from\": 1}"
            })
    void takesAWholeNumberAndNothingElse(String body) {
        confirm(admin(), body)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations", not(equalTo(null)));
        assertThat(confirmations.upTo()).isEmpty();
    }

    private String admin() {
        return backstage.tokenFor(CatalogSyncProfile.ADMIN).mint();
    }

    private static ValidatableResponse confirm(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/catalog/withdrawals")
                .then();
    }
}
