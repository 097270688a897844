package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.backstage.tokens.TokenDraft;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two Backstage environments side by side, each with a jane. */
@QuarkusTest
@WithTestResource(BackstageTestResource.class)
@WithTestResource(StagingBackstageTestResource.class)
@WithTestResource(ServicesIssuerTestResource.class)
class EnvironmentsTest {
    private static final String JANE = "user:default/jane";
    private static final String KEY_SET = "GET /api/auth/.well-known/jwks.json";
    private static final Duration REFRESH = Duration.ofSeconds(5);

    BackstageStandIn backstage;
    StagingBackstage staging;

    @TestHTTPResource("/v1/whoami")
    URI whoAmI;

    @Inject
    @Any
    ValidationCount validations;

    @Test
    void haveUsersOfTheirOwn() {
        var here = backstage.tokenFor(JANE).mint();
        var there = staging.tokenFor(JANE).mint();

        for (int look = 0; look < 2; look++) {
            whoIs(here).statusCode(200).body(equalTo("user:default/jane"));
            whoIs(there).statusCode(200).body(equalTo("user:default/jane@staging"));
        }
    }

    @Test
    void speakForNobodyOfAnother() {
        refused(backstage.tokenFor(JANE).issuer(issuerOf(staging.standIn())));
        refused(staging.tokenFor(JANE).issuer(issuerOf(backstage)));
    }

    @Test
    void speakForNoService() {
        given().auth()
                .oauth2(staging.tokenFor("gateway")
                        .typ(CallerKind.SERVICE.type())
                        .audience(WhoAmIResource.SERVICE)
                        .mint())
                .when()
                .get("/internal/whoami")
                .then()
                .statusCode(401);
    }

    @Test
    void forgetWhatTheirOwnKeysHaveProvenWhenTheyChangeAndNothingElse() {
        // Given
        var here = backstage.tokenFor(JANE).mint();
        var there = staging.tokenFor(JANE).mint();
        whoIs(here).statusCode(200);
        whoIs(there).statusCode(200);
        var before = validations.of(backstage);

        // When
        staging.standIn().keys().rotate();
        staging.standIn().keys().forgetEarlier();
        var fresh = staging.tokenFor(JANE).mint();
        await().atMost(REFRESH.plusSeconds(3)).untilAsserted(() -> whoIs(fresh).statusCode(200));

        // Then
        whoIs(there).statusCode(401);
        whoIs(here).statusCode(200);
        assertThat(validations.of(backstage)).isEqualTo(before);
    }

    @Test
    void areAskedForTheirKeysSeldomAndOnlyForTokensThatNameThem() {
        // Given
        var bogus = IntStream.range(0, 1_000)
                .mapToObj(n ->
                        staging.tokenFor(JANE).header("kid", "invented-" + n).mint())
                .toList();
        // One of them does ask for the keys once the interval since the last fetch is over.
        var scout = staging.tokenFor(JANE).header("kid", "invented").mint();
        var requests = staging.standIn().requests();
        requests.clear();
        await().atMost(REFRESH.multipliedBy(3)).until(() -> {
            whoIs(scout).statusCode(401);
            return requests.count(KEY_SET) > 0;
        });
        requests.clear();
        backstage.requests().clear();
        var start = System.nanoTime();

        // When
        var statuses = Barrage.of(bogus, whoAmI);

        // Then
        var intervals = Duration.ofNanos(System.nanoTime() - start).dividedBy(REFRESH);
        assertThat(statuses).hasSize(1_000).containsOnly(401);
        assertThat(requests.count(KEY_SET)).isLessThanOrEqualTo(intervals + 1);
        assertThat(backstage.requests().count(KEY_SET)).isZero();
    }

    private static void refused(TokenDraft draft) {
        whoIs(draft.mint()).statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private static ValidatableResponse whoIs(String token) {
        return given().auth().oauth2(token).when().get("/v1/whoami").then();
    }

    private static String issuerOf(BackstageStandIn standIn) {
        return new ServicesIssuer(standIn).issuer();
    }
}
