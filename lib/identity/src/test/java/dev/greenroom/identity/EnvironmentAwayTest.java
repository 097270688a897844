package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service has started while one of two environments was away. */
@QuarkusTest
@TestProfile(EnvironmentAwayTest.Away.class)
class EnvironmentAwayTest {
    BackstageStandIn backstage;
    StagingBackstage staging;

    @Test
    void answers503ToItsOwnUsersOnlyUntilItIsThere() {
        var here = backstage.tokenFor("user:default/jane").mint();
        var there = staging.tokenFor("user:default/jane").mint();

        whoIs(there).statusCode(503).header("Retry-After", "5").body("code", equalTo("identity-unavailable"));
        whoIs(here).statusCode(200).body(equalTo("user:default/jane"));

        staging.standIn().startAgain();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> whoIs(there).statusCode(200).body(equalTo("user:default/jane@staging")));
        whoIs(staging.tokenFor("user:default/jane").rogueKey().mint()).statusCode(401);
    }

    private static ValidatableResponse whoIs(String token) {
        return given().auth().oauth2(token).when().get("/v1/whoami").then();
    }

    public static class Away implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(BackstageTestResource.class),
                    new TestResourceEntry(StagingBackstageTestResource.class, Map.of("away", "true")),
                    new TestResourceEntry(ServicesIssuerTestResource.class));
        }
    }
}
