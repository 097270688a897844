package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service has started while Backstage was away. */
@QuarkusTest
@TestProfile(BackstageAwayTest.Away.class)
class BackstageAwayTest {
    BackstageStandIn backstage;
    StagingBackstage staging;

    @TestHTTPResource("/v1/whoami")
    URI whoAmI;

    @Test
    void answers503UntilBackstageIsThere() {
        var token = backstage.tokenFor("user:default/jane").mint();
        given().auth()
                .oauth2(token)
                .when()
                .get("/v1/whoami")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("identity-unavailable"));
        given().auth()
                .oauth2(staging.tokenFor("user:default/jane").mint())
                .when()
                .get("/v1/whoami")
                .then()
                .statusCode(200)
                .body(equalTo("user:default/jane@staging"));
        given().auth().oauth2("rubbish").when().get("/v1/whoami").then().statusCode(401);
        when().get("/v1/whoami").then().statusCode(401);

        backstage.startAgain();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .when()
                        .get("/v1/whoami")
                        .then()
                        .statusCode(200)
                        .body(equalTo("user:default/jane")));
        assertThat(shownInTheLog(
                        backstage.tokenFor("user:default/jane").rogueKey().mint()))
                .isFalse();
    }

    private boolean shownInTheLog(String token) {
        try (var log = LogCapture.atConfiguredLevels()) {
            assertThat(Barrage.of(List.of(token), whoAmI)).containsExactly(401);
            return log.shows(token);
        }
    }

    public static class Away implements QuarkusTestProfile {
        /** The other way to ask for loud logs: by category. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.category.\"io.quarkus.oidc\".level", "TRACE",
                    "quarkus.log.category.\"io.quarkus.oidc.runtime\".level", "TRACE",
                    "quarkus.log.category.\"org.jose4j\".level", "TRACE");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(AwayTestResource.class),
                    new TestResourceEntry(StagingBackstageTestResource.class),
                    new TestResourceEntry(ServicesIssuerTestResource.class));
        }
    }

    public static class AwayTestResource implements QuarkusTestResourceLifecycleManager {
        private final Path catalog = TemporaryFolder.create("catalog");
        private final Path state = TemporaryFolder.create("backstage");
        private BackstageStandIn standIn;

        @Override
        public Map<String, String> start() {
            standIn = BackstageStandIn.start(catalog, state, "unused");
            standIn.stop();
            return Map.of("greenroom.backstage.url", standIn.url().toString());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(standIn, new TestInjector.MatchesType(BackstageStandIn.class));
        }

        @Override
        public void stop() {
            standIn.close();
            TemporaryFolder.delete(catalog);
            TemporaryFolder.delete(state);
        }
    }
}
