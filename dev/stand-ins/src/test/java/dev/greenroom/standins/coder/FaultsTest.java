package dev.greenroom.standins.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.coder.steering.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in can be told to do wrong, and what its ledger says of it. */
class FaultsTest {

    private static final String TOKENS = "/api/v2/users/me/keys/tokens";

    private static CoderStandIn coder;
    private static Http http;
    private static String token;

    @BeforeAll
    static void start() {
        coder = CoderStandIn.start();
        http = new Http(coder.url());
        token = coder.tokenFor("jane");
    }

    @AfterAll
    static void stop() {
        coder.close();
    }

    @BeforeEach
    void forget() {
        coder.faults().clear();
        coder.ledger().clear();
    }

    @Test
    void answersWithAnErrorAndNoEffectAsOftenAsAsked() throws Exception {
        coder.faults().on("POST", "/api/v2/users").times(2).fail(503);

        assertThat(createToken("failing").statusCode()).isEqualTo(503);
        assertThat(createToken("failing").statusCode()).isEqualTo(503);
        assertThat(createToken("failing").statusCode()).isEqualTo(201);
    }

    @Test
    void answersWithAnErrorAfterTheEffect() throws Exception {
        coder.faults().on("POST", TOKENS).times(1).failAfterEffect(502);

        assertThat(createToken("hidden").statusCode()).isEqualTo(502);
        assertThat(createToken("hidden").statusCode()).isEqualTo(409);
        assertThat(coder.ledger().calls("POST", TOKENS))
                .extracting(Call::status, Call::answered)
                .containsExactly(tuple(201, false), tuple(409, true));
    }

    @Test
    void limitsAsCoderDoes() throws Exception {
        coder.faults().on(null, "/api/v2/users/me").times(1).limit(Duration.ofSeconds(7));

        HttpResponse<String> limited = http.get("/api/v2/users/me", token);

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(limited.body()).contains("You've been rate limited for sending more than 512 requests in 1m0s.");
    }

    @Test
    void dropsTheConnectionAfterTheEffect() throws Exception {
        coder.faults().on("POST", TOKENS).times(1).dropAfterEffect();

        assertThatThrownBy(() -> createToken("dropped")).isInstanceOf(IOException.class);

        assertThat(createToken("dropped").statusCode()).isEqualTo(409);
        assertThat(coder.ledger().calls("POST", TOKENS).getFirst())
                .satisfies(call -> assertThat(call.status()).isEqualTo(201))
                .satisfies(call -> assertThat(call.answered()).isFalse());
    }

    @Test
    void answersLongAfterTheEffect() throws Exception {
        coder.faults().on("POST", TOKENS).times(1).delayAfterEffect(Duration.ofMillis(500));

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = callers.submit(() -> createToken("late"));
            await().until(() -> !coder.ledger().calls("POST", TOKENS).isEmpty());

            assertThat(createToken("late").statusCode()).isEqualTo(409);
            assertThat(late).isNotDone();
            assertThat(late.get().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void dropsTheConnectionBeforeTheEffect() throws Exception {
        coder.faults().on("POST", TOKENS).times(1).dropBeforeEffect();

        assertThatThrownBy(() -> createToken("never")).isInstanceOf(IOException.class);

        assertThat(createToken("never").statusCode()).isEqualTo(201);
        assertThat(coder.ledger().calls("POST", TOKENS).getFirst().status()).isZero();
    }

    @Test
    void isSlowOnlyWhereAsked() throws Exception {
        coder.faults().on("GET", "/api/v2/users/me").delay(Duration.ofMillis(200));
        long started = System.nanoTime();

        http.get("/api/v2/buildinfo", token);
        long quick = System.nanoTime() - started;
        http.get("/api/v2/users/me", token);
        long slow = System.nanoTime() - started - quick;

        assertThat(Duration.ofNanos(slow)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(Duration.ofNanos(quick)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void isSlowAndThenFails() throws Exception {
        coder.faults().on("GET", "/api/v2/users/me").delay(Duration.ofMillis(50));
        coder.faults().on("GET", "/api/v2/users/me").fail(500);
        long started = System.nanoTime();

        assertThat(http.get("/api/v2/users/me", token).statusCode()).isEqualTo(500);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void isDownForAllButThoseWhoSteer() throws Exception {
        coder.faults().down(true);

        assertThatThrownBy(() -> http.get("/api/v2/buildinfo", token)).isInstanceOf(IOException.class);
        assertThat(http.send("PATCH", "/stand-in/settings", "", "{\"down\":false}")
                        .body())
                .contains("\"down\":false");
        assertThat(http.get("/api/v2/buildinfo", token).statusCode()).isEqualTo(200);
    }

    @Test
    void isToldFaultsFromOutside() throws Exception {
        http.send(
                "POST",
                "/stand-in/faults",
                "",
                "{\"method\":\"GET\",\"path\":\"/api/v2/users/me\",\"times\":1,\"fault\":\"fail\",\"status\":500}");
        http.send(
                "POST",
                "/stand-in/faults",
                "",
                "{\"path\":\"/api/v2/buildinfo\",\"fault\":\"limit\",\"retryAfterSeconds\":3}");

        assertThat(http.get("/api/v2/users/me", token).statusCode()).isEqualTo(500);
        assertThat(http.get("/api/v2/users/me", token).statusCode()).isEqualTo(200);
        assertThat(http.get("/api/v2/buildinfo", token).statusCode()).isEqualTo(429);
        assertThat(http.send("DELETE", "/stand-in/faults", "", "").statusCode()).isEqualTo(204);
        assertThat(http.get("/api/v2/buildinfo", token).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFaultThatItDoesNotKnow() throws Exception {
        HttpResponse<String> answer =
                http.send("POST", "/stand-in/faults", "", "{\"path\":\"/\",\"fault\":\"explode\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(coder.faults().rules()).isEmpty();
    }

    @Test
    void takesSettingsFromOutside() throws Exception {
        http.send(
                "PATCH",
                "/stand-in/settings",
                "",
                "{\"buildMillis\":7,\"provisioners\":9,\"requestsPerMinute\":11,\"accessTokenSeconds\":60}");

        assertThat(coder.settings().buildTime()).isEqualTo(Duration.ofMillis(7));
        assertThat(coder.settings().provisioners()).isEqualTo(9);
        assertThat(coder.settings().accessTokenLifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(http.get("/api/v2/users/me", token).headers().firstValue("X-Ratelimit-Limit"))
                .contains("11");
        coder.settings().requestsPerMinute(0);
        assertThat(http.get("/api/v2/users/me", token).headers().firstValue("X-Ratelimit-Limit"))
                .isEmpty();
        coder.settings().requestsPerMinute(512);
    }

    @Test
    void writesDownEachCallButNoToken() throws Exception {
        http.get("/api/v2/users/me?coder_session_token=" + token + "&x=1", "");
        http.get("/nosuch", "");

        String ledger = http.get("/stand-in/ledger", "").body();

        assertThat(coder.ledger().calls())
                .extracting(Call::path, Call::query, Call::user, Call::status)
                .containsExactly(
                        tuple("/api/v2/users/me", "coder_session_token=***&x=1", "jane", 200),
                        tuple("/nosuch", null, null, 404));
        assertThat(ledger).contains("\"path\":\"/api/v2/users/me\"").doesNotContain(token);
        assertThat(http.send("DELETE", "/stand-in/ledger", "", "").statusCode()).isEqualTo(204);
        assertThat(coder.ledger().calls()).isEmpty();
    }

    private static HttpResponse<String> createToken(String name) throws Exception {
        return http.send("POST", TOKENS, token, "{\"token_name\":\"" + name + "\"}");
    }
}
