package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jose4j.jwt.consumer.Validator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackstageTestResource.class)
@WithTestResource(ServicesIssuerTestResource.class)
class CachedAuthenticationTest {
    private static final String KEY_SET = "GET /api/auth/.well-known/jwks.json";
    private static final Duration REFRESH = Duration.ofSeconds(5);

    BackstageStandIn backstage;
    ServicesIssuer issuer;

    @TestHTTPResource("/v1/whoami")
    URI whoAmI;

    @Inject
    @Any
    ValidationCount validations;

    @Test
    void provesATokenOnce() {
        // Given
        var token = backstage.tokenFor("user:default/once").mint();
        var before = validations.of(backstage);

        // When
        IntStream.range(0, 5).forEach(n -> assertThat(status(token)).isEqualTo(200));

        // Then
        assertThat(validations.of(backstage) - before).isEqualTo(1);
    }

    @Test
    void provesATokenAgainWhenItHasEnded() {
        // Given
        assertThat(status(backstage.tokenFor("user:default/warm-up").mint())).isEqualTo(200);
        var token = backstage
                .tokenFor("user:default/brief")
                .goodFor(Duration.ofSeconds(3))
                .mint();
        var before = validations.of(backstage);
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        assertThat(validations.of(backstage) - before).isEqualTo(1);

        // Then: within the grace it is good still, but no longer from memory.
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(status(token)).isEqualTo(200);
            assertThat(validations.of(backstage) - before).isGreaterThan(1);
        });
    }

    @Test
    void followsARotationAlthoughSomebodyInventedAKidJustBefore() {
        // Given
        var old = backstage.tokenFor("user:default/jane").mint();
        assertThat(status(old)).isEqualTo(200);
        assertThat(status(
                        backstage.tokenFor("user:default/mallory").unknownKid().mint()))
                .isEqualTo(401);

        // When
        backstage.keys().rotate();
        backstage.keys().forgetEarlier();
        var fresh = backstage.tokenFor("user:default/jane").mint();

        // Then
        await().atMost(REFRESH.plusSeconds(3)).until(() -> status(fresh) == 200);
        assertThat(status(old)).as("what a withdrawn key has proven").isEqualTo(401);
    }

    @Test
    void forgetsNothingWhenTheOtherIssuersKeysChange() {
        // Given
        var token = backstage.tokenFor("user:default/other").mint();
        assertThat(status(token)).isEqualTo(200);
        var before = validations.of(backstage);

        // When
        issuer.standIn().keys().rotate();
        var fresh = issuer.tokenFor("gateway", WhoAmIResource.SERVICE).mint();
        await().atMost(REFRESH.plusSeconds(3))
                .until(() -> given().auth()
                                .oauth2(fresh)
                                .when()
                                .get("/internal/whoami")
                                .statusCode()
                        == 200);

        // Then
        assertThat(status(token)).isEqualTo(200);
        assertThat(validations.of(backstage)).isEqualTo(before);
    }

    @Test
    void fetchesTheKeysSeldomHoweverManyTokensAreBogus() {
        // Given
        var bogus = IntStream.range(0, 1_000)
                .mapToObj(n -> backstage
                        .tokenFor("user:default/m")
                        .header("kid", "invented-" + n)
                        .mint())
                .toList();
        // One of them does ask for the keys once the interval since the last fetch is over.
        var scout =
                backstage.tokenFor("user:default/m").header("kid", "invented").mint();
        backstage.requests().clear();
        await().atMost(REFRESH.multipliedBy(3))
                .until(() -> status(scout) == 401 && backstage.requests().count(KEY_SET) > 0);
        backstage.requests().clear();
        var start = System.nanoTime();

        // When
        var statuses = Barrage.of(bogus, whoAmI);

        // Then
        var intervals = Duration.ofNanos(System.nanoTime() - start).dividedBy(REFRESH);
        assertThat(statuses).hasSize(1_000).containsOnly(401);
        assertThat(backstage.requests().count(KEY_SET)).isLessThanOrEqualTo(intervals + 1);
    }

    @Test
    void keepsTheValidatorThatNothingInjects() {
        var present = Arc.container()
                .select(Validator.class, Any.Literal.INSTANCE)
                .handlesStream()
                .<Class<?>>map(handle -> handle.getBean().getBeanClass())
                .toList();

        assertThat(present).contains(TokenRules.class);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).when().get("/v1/whoami").statusCode();
    }
}
