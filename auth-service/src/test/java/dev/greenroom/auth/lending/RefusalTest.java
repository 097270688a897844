package dev.greenroom.auth.lending;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.gatewayToken;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.refusal;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.token;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A borrower says that Coder refused a token, and Coder itself is asked. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class RefusalTest {
    private static final String ME = "/api/v2/users/me";
    private static final String TOKENS = "/oauth2/tokens";
    private static final Duration SOON = Duration.ofSeconds(5);

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    AccountTopic topic;

    private TestPerson jane;
    private String service;
    private String apiToken;

    @BeforeEach
    void addJane() {
        jane = TestPerson.another(backstage, coder);
        service = serviceToken();
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        coder.settings().accessTokenLifetime(Duration.ofDays(1));
    }

    @Test
    void asksForANewLinkWhereAPastedTokenWasDeletedAtCoder() {
        var loan = pastedAndLent();
        jane.deleteAtCoder(apiToken);
        coder.ledger().clear();

        refusal(service, loan).statusCode(204);

        assertRelinkRequired();
        refusal(service, loan).statusCode(204);
        assertThat(checks()).isEqualTo(1);
        assertThat(refreshes()).isZero();
    }

    @Test
    void asksForANewLinkWhereAPairWasRevokedAtCoder() {
        var loan = consentedAndLent();
        Linking.revokeAtCoder(jane, coder);
        coder.ledger().clear();

        refusal(service, loan).statusCode(204);

        assertRelinkRequired();
        assertThat(refreshes()).isEqualTo(1);
    }

    /** Coder goes on refreshing for a suspended user: what comes of it has to be checked. */
    @Test
    void asksForANewLinkWhereTheUserIsSuspendedAndRefreshesOnceAndNotRoundAndRound() {
        var loan = consentedAndLent();
        coder.suspend(jane.coderUser(), true);
        coder.ledger().clear();

        refusal(service, loan).statusCode(204);

        assertRelinkRequired();
        refusal(service, loan).statusCode(204);
        assertThat(refreshes()).isEqualTo(1);
        assertThat(checks()).isEqualTo(2);
    }

    @Test
    void lendsTheNextTokenWhereOnlyTheAccessTokenHasEnded() throws Exception {
        coder.settings().accessTokenLifetime(Duration.ofSeconds(1));
        Linking.link(jane);
        set("expires_at = now() + interval '1 hour', refresh_at = now() + interval '1 hour'");
        var lent = lent();
        await().until(() -> statusAtCoder(lent.path("accessToken")) == 401);
        coder.settings().accessTokenLifetime(Duration.ofDays(1));
        coder.ledger().clear();

        refusal(service, lent.path("loanId")).statusCode(204);

        var next = lent();
        assertThat(next.<String>path("accessToken")).isNotEqualTo(lent.<String>path("accessToken"));
        assertThat(statusAtCoder(next.path("accessToken"))).isEqualTo(200);
        assertThat(refreshes()).isEqualTo(1);
        account(jane.bearer()).body("relinkRequired", equalTo(false));
    }

    @Test
    void changesNothingWhereCoderTakesTheToken() {
        var loan = pastedAndLent();

        refusal(service, loan).statusCode(204);

        assertStillLent();
    }

    @Test
    void doesNotTakeAProxysPageForCodersWordAndHearsItAgainAfterwards() {
        var loan = pastedAndLent();
        jane.deleteAtCoder(apiToken);
        coder.faults().on("GET", ME).proxyPage(401);

        refusal(service, loan).statusCode(503).header("Retry-After", "5").body("code", equalTo("coder-unavailable"));

        assertStillLent();
        coder.faults().clear();
        refusal(service, loan).statusCode(204);
        assertRelinkRequired();
    }

    @Test
    void saysForHowLongCoderWantsToBeLeftAlone() {
        var loan = pastedAndLent();
        coder.faults().on("GET", ME).limit(Duration.ofSeconds(42));

        refusal(service, loan).statusCode(503).header("Retry-After", "42");

        assertStillLent();
    }

    @Test
    void changesNothingWhileCodersTokenEndpointIsAway() {
        var loan = consentedAndLent();
        coder.suspend(jane.coderUser(), true);
        coder.faults().on("POST", TOKENS).fail(503);

        refusal(service, loan).statusCode(503);
        refusal(service, loan).statusCode(503);

        assertStillLent();
        coder.faults().clear();
        set("refresh_rest_until = null");
        refusal(service, loan).statusCode(204);
        assertRelinkRequired();
    }

    @Test
    void asksCoderOnceHoweverManyReportTheSameToken() throws Exception {
        var loan = pastedAndLent();
        jane.deleteAtCoder(apiToken);
        coder.ledger().clear();
        coder.faults().on("GET", ME).delay(Duration.ofMillis(300));

        twentyTimes(() -> refusal(service, loan).statusCode(204));

        assertRelinkRequired();
        assertThat(checks()).isEqualTo(1);
    }

    @Test
    void refreshesOnceHoweverManyReportTheSameTokenOfASuspendedUser() throws Exception {
        var loan = consentedAndLent();
        coder.suspend(jane.coderUser(), true);
        coder.ledger().clear();
        coder.faults().on("GET", ME).delay(Duration.ofMillis(100));

        twentyTimes(() -> refusal(service, loan).statusCode(204));

        assertRelinkRequired();
        assertThat(refreshes()).isEqualTo(1);
        assertThat(checks()).isEqualTo(2);
    }

    @Test
    void asksNobodyAboutATokenThatAnotherHasFollowed() {
        var loan = pastedAndLent();
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);
        jane.deleteAtCoder(apiToken);
        coder.ledger().clear();

        refusal(service, loan).statusCode(204);

        assertThat(checks()).isZero();
        assertStillLent();
    }

    @Test
    void leavesALinkAloneThatWasRenewedWhileCoderWasAsked() throws Exception {
        var loan = pastedAndLent();
        jane.deleteAtCoder(apiToken);
        coder.ledger().clear();
        coder.faults().on("GET", ME).times(1).delay(Duration.ofMillis(400));

        try (var borrower = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = borrower.submit(() -> refusal(service, loan).statusCode(204));
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> coder.faults().rules().isEmpty());
            link(jane.bearer(), jane.newApiToken(), null).statusCode(200);
            heard.get();
        }

        assertThat(coder.ledger().calls("GET", ME))
                .extracting(call -> call.status())
                .contains(200, 401);
        assertStillLent();
    }

    @Test
    void asksNobodyOnceTheUserHasUnlinked() {
        var loan = consentedAndLent();
        coder.faults().on("POST", "/oauth2/revoke").fail(503);
        unlink(jane.bearer()).statusCode(204);
        coder.ledger().clear();

        refusal(service, loan).statusCode(204);

        assertThat(checks()).isZero();
    }

    @Test
    void hearsTheBorrowerOnlyAndOnlyAboutItsOwnLoans() {
        var loan = pastedAndLent();
        jane.deleteAtCoder(apiToken);
        coder.ledger().clear();
        var catalogSync = token(
                        "catalog-sync-service",
                        AuthServiceProfile.CATALOG_SYNC_SECRET,
                        "client_credentials",
                        "auth-service")
                .extract()
                .<String>path("access_token");

        refusal(catalogSync, loan).statusCode(403).body("code", equalTo("forbidden"));
        refusal(gatewayToken(), loan).statusCode(404).body("code", equalTo("loan-not-found"));
        refusal(jane.bearer(), loan).statusCode(401);
        refusal(service, Long.MAX_VALUE).statusCode(404);
        refusal(service, "none").statusCode(404);

        assertThat(checks()).isZero();
        account(jane.bearer()).body("relinkRequired", equalTo(false));
    }

    private Object pastedAndLent() {
        apiToken = jane.newApiToken();
        link(jane.bearer(), apiToken, null).statusCode(200);
        return lent().path("loanId");
    }

    private Object consentedAndLent() {
        Linking.link(jane);
        return lent().path("loanId");
    }

    private ExtractableResponse<Response> lent() {
        return borrow(service, jane.userRef()).statusCode(200).extract();
    }

    private void assertRelinkRequired() {
        account(jane.bearer()).body("relinkRequired", equalTo(true));
        borrow(service, jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
        var told = topic.awaitEvents(jane.userRef(), 2);
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        CoderAccountEvent.RelinkRequired.class,
                        dead -> assertThat(dead.linkGeneration()).isEqualTo(1));
        var refused = coder.ledger().calls("GET", ME).stream()
                .filter(call -> call.status() == 401)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(refused.time(), told.get(1).occurredAt())).isLessThan(SOON);
    }

    private void assertStillLent() {
        account(jane.bearer()).body("relinkRequired", equalTo(false));
        lent();
    }

    private static void twentyTimes(Callable<?> report) throws Exception {
        try (var borrowers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .mapToObj(_ -> borrowers.submit(report))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
    }

    private int statusAtCoder(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(coder.url() + "/api/v2/organizations"))
                .header("Coder-Session-Token", token)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private void set(String change) {
        database.execute("update coder_grant set " + change + " where coder_username = '" + jane.coderUser() + "'");
    }

    /** How often Coder was asked whose token it is; others' tokens are looked at as time goes by. */
    private int checks() {
        return (int) coder.ledger().calls("GET", ME).stream()
                .filter(call -> call.user() == null || call.user().equals(jane.coderUser()))
                .count();
    }

    private int refreshes() {
        return coder.ledger().calls("POST", TOKENS).size();
    }
}
