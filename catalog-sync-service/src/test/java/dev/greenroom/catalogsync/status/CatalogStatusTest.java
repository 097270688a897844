package dev.greenroom.catalogsync.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.poll.TestPasses;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people, probes and alerts see. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class CatalogStatusTest {
    @Inject
    TestPasses passes;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    PostgresqlStandIn postgresql;
    private TestCatalog catalog;

    @BeforeEach
    void startWithAnEmptyCatalog() {
        catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
    }

    @Test
    void tellsHowTheLastPassWent() {
        catalog.component(TestCatalog.newName("sound"), "{}");
        catalog.component(TestCatalog.newName("broken"), "broken");
        passes.run();

        status().statusCode(200)
                .body("deployment", equalTo("default"))
                .body("lastPass.outcome", equalTo("COMPLETE"))
                .body("lastPass.entities", equalTo(2))
                .body("lastPass.changed", equalTo(2))
                .body("lastPass.invalid", equalTo(1))
                .body("lastPass.withdrawn", equalTo(0))
                .body("lastPass.durationMillis", greaterThanOrEqualTo(0))
                .body("lastPass.problem", nullValue())
                .body("ageSeconds", greaterThanOrEqualTo(0))
                .body("entities.published", equalTo(1))
                .body("entities.invalid", equalTo(1));
    }

    @Test
    void countsWhatWasWithdrawn() {
        var name = TestCatalog.newName("gone");
        catalog.component(name, "{}");
        passes.run();
        catalog.delete(name);
        passes.run();
        database.letTheGraceEnd();
        passes.run();

        status().body("lastPass.withdrawn", equalTo(1)).body("entities.withdrawn", equalTo(1));
    }

    @Test
    void answersBeforeThereWasAPass() {
        status().statusCode(200)
                .body("lastPass", nullValue())
                .body("passes", empty())
                .body("ageSeconds", nullValue());
    }

    @Test
    void tellsWhyAPassWasNotCompleteAndHowOldTheNewsIs() {
        passes.run();
        database.execute("update catalog_pass set complete_started_at = complete_started_at - interval '1 hour'");
        backstage.faults().set(Fault.failing(503).on("/api/catalog"));
        passes.run();

        status().body("lastPass.outcome", equalTo("INCOMPLETE"))
                .body("lastPass.problem", equalTo("Backstage failed with status 503"))
                .body("ageSeconds", greaterThanOrEqualTo(3_600));
        assertThat(metric("greenroom_catalog_pass_age_seconds")).isCloseTo(3_600, within(60.0));
    }

    @Test
    void tellsOfTheLast20PassesNewestFirst() {
        passes.run();
        catalog.component(TestCatalog.newName("sound"), "{}");
        passes.run();
        backstage.faults().set(Fault.failing(503).on("/api/catalog"));
        passes.run();
        backstage.faults().clear();
        IntStream.range(0, 18).forEach(pass -> passes.run());

        var status = status();
        status.body("passes", hasSize(20))
                .body("passes[0]", equalTo(status.extract().path("lastPass")))
                .body("passes[17].outcome", equalTo("COMPLETE"))
                .body("passes[18].outcome", equalTo("INCOMPLETE"))
                .body("passes[18].problem", equalTo("Backstage failed with status 503"))
                .body("passes[19].changed", equalTo(1));
        assertThat(status.extract().<List<String>>path("passes.startedAt").stream()
                        .map(Instant::parse))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        assertThat(database.count("catalog_pass")).isEqualTo(20);
    }

    @Test
    void keepsAnotherDeploymentsPasses() {
        IntStream.range(0, 3).forEach(pass -> passes.run());
        database.execute("update catalog_pass set deployment = 'another'");

        IntStream.range(0, 21).forEach(pass -> passes.run());

        status().body("passes", hasSize(20));
        assertThat(database.count("catalog_pass")).isEqualTo(23);
    }

    @Test
    void countsFailedPasses() {
        var before = metric("greenroom_catalog_pass_failures_total");
        backstage.faults().set(Fault.failing(401).on("/api/catalog"));

        passes.run();

        assertThat(metric("greenroom_catalog_pass_failures_total")).isEqualTo(before + 1);
    }

    @Test
    void raisesTheAlarmWhenTooMuchIsMissingAtOnceAndStaysReady() {
        var names = IntStream.range(0, 20)
                .mapToObj(i -> TestCatalog.newName("mass"))
                .toList();
        names.forEach(name -> catalog.component(name, "{}"));
        passes.run();
        names.forEach(catalog::delete);
        var toConfirm = "POST /v1/catalog/withdrawals {\"upTo\": 20}";

        try (var log = LogCapture.atConfiguredLevels()) {
            passes.run();

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("missing=20 known=20"))
                    .singleElement()
                    .asString()
                    .contains(toConfirm);
        }

        status().body("lastPass.outcome", equalTo("WITHDRAWALS_HELD"))
                .body("lastPass.heldBack", equalTo(20))
                .body("lastPass.problem", containsString(toConfirm));
        assertThat(metric("greenroom_catalog_withdrawals_held")).isEqualTo(20);
        assertThat(metric("greenroom_catalog_pass_seconds_count{outcome=\"withdrawals_held\"}"))
                .isPositive();
        assertThat(metric("greenroom_catalog_entities{state=\"published\"}")).isEqualTo(20);
        management("/q/health/ready")
                .statusCode(200)
                .body("checks.find { it.name == 'catalog' }.data.heldBack", equalTo(20))
                .body("checks.find { it.name == 'catalog' }.data.problem", containsString("20 of 20"))
                .body("checks.find { it.name == 'catalog' }.data.problem", containsString(toConfirm));

        backstage.faults().set(Fault.failing(503));
        passes.run();

        assertThat(metric("greenroom_catalog_withdrawals_held"))
                .as("a pass that came to no end ends no alarm")
                .isEqualTo(20);
        backstage.faults().clear();
    }

    @Test
    void staysReadyAndAliveWhileBackstageIsAway() {
        backstage.stop();
        try {
            passes.run();

            management("/q/health/live").statusCode(200);
            management("/q/health/ready")
                    .statusCode(200)
                    .body("checks.name", hasItem("catalog"))
                    .body("checks.find { it.name == 'catalog' }.data.lastPass", equalTo("INCOMPLETE"));
        } finally {
            backstage.startAgain();
        }
    }

    @Test
    void says503WhileTheDatabaseIsAwayAndHeals() {
        LeftOut.withoutStandIn(postgresql, "catalog-sync-service without its database");
        status().statusCode(200);

        postgresql.stop();
        try {
            status().statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("code", equalTo("service-unavailable"));
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> management("/q/health/ready").statusCode(503));
            management("/q/health/live").statusCode(200);
        } finally {
            postgresql.startAgain();
        }

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            status().statusCode(200);
            management("/q/health/ready").statusCode(200);
        });
    }

    @Test
    void answersNobodyWithoutAUsersToken() {
        given().get("/v1/catalog").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(backstage
                        .tokenFor("user:default/jane")
                        .expiredBy(Duration.ofHours(1))
                        .mint())
                .get("/v1/catalog")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse status() {
        return given().auth()
                .oauth2(backstage.tokenFor("user:default/jane").mint())
                .get("/v1/catalog")
                .then();
    }

    private static ValidatableResponse management(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).get(path).then();
    }

    /** The value of the sample whose line starts so. */
    private static double metric(String sample) {
        return management("/q/metrics")
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + sample));
    }
}
