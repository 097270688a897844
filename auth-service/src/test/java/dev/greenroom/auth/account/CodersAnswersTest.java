package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What linking makes of what Coder says, or does not say. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class CodersAnswersTest {
    private static final String ME = "/api/v2/users/me";

    BackstageStandIn backstage;
    CoderStandIn coder;

    private TestPerson jane;

    @BeforeEach
    void addJane() {
        jane = TestPerson.another(backstage, coder);
    }

    @AfterEach
    void healCoder() {
        coder.faults().clear();
    }

    @Test
    void learnsFromCoderWhenTheTokenEnds() {
        var end = Instant.parse(link(jane.bearer(), jane.newApiToken(), null)
                .statusCode(200)
                .extract()
                .path("expiresAt"));

        assertThat(end)
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void linksAlsoWhereCoderDoesNotSayWhenTheTokenEnds(int status) {
        coder.faults().on("GET", ME + "/keys/").fail(status);

        link(jane.bearer(), jane.newApiToken(), null).statusCode(200).body("expiresAt", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "COqGmQ7ZYB-notItsSecret000000000", "a-b-c"})
    void refusesATokenThatCoderRefuses(String token) {
        link(jane.bearer(), token, true).statusCode(422).body("code", equalTo("coder-token-refused"));

        account(jane.bearer()).statusCode(404);
    }

    @Test
    void refusesATokenOfASuspendedUser() {
        var token = jane.newApiToken();
        coder.suspend(jane.coderUser(), true);

        link(jane.bearer(), token, true).statusCode(422).body("code", equalTo("coder-token-refused"));
    }

    @Test
    void keepsTheLinkWhenAnotherTokenIsRefused() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);

        link(jane.bearer(), "garbage", false).statusCode(422);

        account(jane.bearer()).statusCode(200).body("preprovisionConsent", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 302})
    void saysThatCoderIsUnavailable(int status) {
        coder.faults().on("GET", ME).fail(status);

        link(jane.bearer(), jane.newApiToken(), true)
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("coder-unavailable"));
        account(jane.bearer()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 404})
    void doesNotTakeAProxysPageForCodersWord(int status) {
        coder.faults().on("GET", ME).proxyPage(status);

        link(jane.bearer(), jane.newApiToken(), true).statusCode(503).body("code", equalTo("coder-unavailable"));
    }

    @Test
    void asksADeadCoderOnceAndNotAgain() {
        var token = jane.newApiToken();
        coder.faults().on("GET", ME).dropBeforeEffect();
        coder.ledger().clear();

        link(jane.bearer(), token, true).statusCode(503).body("code", equalTo("coder-unavailable"));

        assertThat(coder.ledger().calls("GET", ME)).hasSize(1);
    }

    @Test
    void doesNotWaitForASlowCoderForLong() {
        coder.faults().on("GET", ME).times(1).delay(Duration.ofSeconds(3));

        link(jane.bearer(), jane.newApiToken(), true).statusCode(503).body("code", equalTo("coder-unavailable"));
    }

    @Test
    void passesOnForHowLongCoderWantsToBeLeftAlone() {
        coder.faults().on("GET", ME).times(1).limit(Duration.ofSeconds(42));

        link(jane.bearer(), jane.newApiToken(), true)
                .statusCode(503)
                .header("Retry-After", "42")
                .body("code", equalTo("coder-unavailable"));
    }
}
