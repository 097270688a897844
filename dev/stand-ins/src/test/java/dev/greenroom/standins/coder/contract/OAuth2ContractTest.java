package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.coder.contract.Contract.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coder as OAuth2 provider: consent by PKCE, tokens that rotate, and every refusal on the way. */
class OAuth2ContractTest {

    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static Target target;
    private Contract contract;
    private Person alice;

    @BeforeAll
    static void open() {
        target = Target.open();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @BeforeEach
    void begin() {
        contract = new Contract(target);
        alice = contract.alice();
        contract.bindings().let("<CODE_VERIFIER>", VERIFIER);
        contract.bindings().let("<CODE_CHALLENGE>", CHALLENGE);
        contract.bindings().let("KCE5Qfer2m8rhkPxvx78F7UTueUZC0SQX9DtjG249Cw", CHALLENGE);
        contract.replay("02-oauth2/06-app-create", "02-oauth2/08-app-secret-create");
        basic(contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"), contract.here("<CLIENT_SECRET>"));
    }

    private void basic(String id, String secret) {
        contract.bindings()
                .let(
                        "<BASE64(client_id:client_secret)>",
                        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    private void otherApp() {
        Answer app = contract.coder().send("POST", "/api/v2/oauth2-provider/apps", target.adminToken(), """
                {"name":"other","callback_url":"http://127.0.0.1:7007/api/coder/oauth/callback","icon":""}
                """);
        contract.bindings().let("84173412-ddf2-41c8-9487-d0e8d14e9ab5", app.text("/id"));
        contract.bindings()
                .let(
                        "<CLIENT_SECRET_2>",
                        contract.coder()
                                .send(
                                        "POST",
                                        "/api/v2/oauth2-provider/apps/" + app.text("/id") + "/secrets",
                                        target.adminToken(),
                                        "")
                                .text("/client_secret_full"));
    }

    private void code() {
        contract.replay("02-oauth2/16-authorize-post-header-auth");
    }

    private void login() {
        code();
        contract.replay("02-oauth2/40-token-code-post");
    }

    @Test
    void describesItself() {
        contract.replay("02-oauth2/01-metadata-authorization-server", "02-oauth2/02-metadata-protected-resource");
    }

    @Test
    void keepsApplications() {
        contract.bindings().varies("q7t6aV", "[0-9A-Za-z]{6}");
        contract.replay("02-oauth2/03-app-create-as-member", "02-oauth2/04-app-create-bad-name");
        contract.replay("02-oauth2/05-app-create-no-callback", "02-oauth2/07-app-create-dup");
        contract.replay("02-oauth2/09-app-secret-list", "02-oauth2/11-app-get");
        assertThat(contract.send("02-oauth2/10-apps-list").body().findValuesAsText("id"))
                .contains(contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"))
                .isSorted();
    }

    @Test
    void sendsWhoIsNotLoggedInToTheLogin() {
        contract.replay("02-oauth2/12-authorize-get-not-logged-in", "02-oauth2/35-authorize-post-bad-session");
    }

    @Test
    void asksInABrowserAndTakesItsConsent() {
        Answer page = contract.send("02-oauth2/13-authorize-get-consent-page");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        String html = page.body().asText();
        assertThat(html).contains("<title>Application backstage</title>", alice.username(), "error=access_denied");
        contract.bindings().let("<CSRF_TOKEN>", csrfToken(html));
        contract.bindings().let("<CSRF_COOKIE>", csrfCookie(page));
        contract.replay("02-oauth2/15-authorize-post-browser", "08-more/12-consent-post-ok");
        contract.replay("08-more/10-consent-post-origin-http-no-sec-fetch-site");
        contract.replay("08-more/11-consent-post-no-origin-referer", "02-oauth2/14-authorize-post-browser-no-csrf");
    }

    private static String csrfToken(String html) {
        String value = html.replaceAll("(?s).*name=\"csrf_token\" value=\"([^\"]*)\".*", "$1")
                .replace("&#43;", "+");
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String csrfCookie(Answer page) {
        return page.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("csrf_token="))
                .map(cookie -> cookie.split("[=;]", 2)[1].split(";")[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wantsPkceByS256() {
        contract.replay("02-oauth2/18-authorize-post-no-pkce", "02-oauth2/19-authorize-post-pkce-plain");
        contract.replay("02-oauth2/20-authorize-post-challenge-short", "02-oauth2/21-authorize-post-no-method");
        Answer page = contract.send("02-oauth2/17-authorize-get-no-pkce");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body().asText()).contains("<title>400 - Invalid Query Parameters");
    }

    @Test
    void checksTheAuthorizationRequest() {
        contract.replay("02-oauth2/22-authorize-post-no-state", "02-oauth2/23-authorize-post-no-redirect-uri");
        contract.replay("02-oauth2/24-authorize-post-bad-redirect-uri", "02-oauth2/25-authorize-post-redirect-subpath");
        contract.replay("02-oauth2/26-authorize-post-unknown-client", "02-oauth2/27-authorize-post-client-not-uuid");
        contract.replay("02-oauth2/28-authorize-post-response-type-token", "02-oauth2/29-authorize-post-with-scope");
        contract.replay("02-oauth2/30-authorize-post-bogus-scope", "02-oauth2/31-authorize-post-extra-param");
        contract.replay("02-oauth2/32-authorize-post-oidc-nonce");
        assertThat(contract.send("02-oauth2/33-authorize-get-extra-param").status())
                .isEqualTo(400);
        assertThat(contract.send("02-oauth2/34-authorize-get-bad-redirect-uri").status())
                .isEqualTo(400);
    }

    @Test
    void exchangesACodeOnceAndOnlyWithItsVerifier() {
        code();
        contract.replay("02-oauth2/36-token-code-no-verifier", "02-oauth2/38-token-code-wrong-verifier");
        contract.replay("02-oauth2/39-token-code-retry-after-wrong-verifier", "02-oauth2/41-token-code-reuse");
        code();
        contract.replay("02-oauth2/37-token-code-after-missing-verifier");
    }

    @Test
    void givesTokensThatAreTheUsers() {
        login();
        contract.replay("02-oauth2/42-use-access-token-bearer", "02-oauth2/43-use-access-token-session-header");
        contract.replay("02-oauth2/70-keys-of-oauth-user", "02-oauth2/73-create-token-with-oauth-token");
    }

    @Test
    void showsTheKeyBehindAnAccessToken() {
        login();
        contract.bindings().let("748jQwz953", contract.here("<ACCESS_TOKEN>").split("-")[0]);
        contract.replay("02-oauth2/71-key-of-oauth-token");
    }

    @Test
    void killsTheFirstPairAtASecondLogin() {
        login();
        String firstAccess = contract.here("<ACCESS_TOKEN>");
        String firstRefresh = contract.here("<REFRESH_TOKEN>");
        code();
        contract.replay("02-oauth2/44-token-code-basic");
        contract.bindings().let("<ACCESS_TOKEN>", firstAccess);
        contract.bindings().let("<REFRESH_TOKEN>", firstRefresh);
        contract.replay(
                "02-oauth2/45-first-token-after-second-login", "02-oauth2/46-refresh-of-first-after-second-login");
    }

    @Test
    void checksTheClient() {
        code();
        contract.bindings().let("<SECRET>", "coder_aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("02-oauth2/47-token-code-no-secret", "02-oauth2/48-token-code-wrong-secret");
        contract.replay("02-oauth2/55-token-unknown-client", "02-oauth2/58-token-json-body");
        basic(contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"), "wrong");
        contract.replay("02-oauth2/49-token-code-wrong-secret-basic");
        otherApp();
        contract.replay("02-oauth2/50-token-code-other-apps-credentials");
    }

    @Test
    void checksTheTokenRequest() {
        code();
        contract.bindings().let("<SECRET>", "coder_aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("02-oauth2/51-token-code-wrong-redirect", "02-oauth2/52-token-code-missing-redirect");
        contract.replay("02-oauth2/53-token-no-grant-type", "02-oauth2/54-token-client-credentials");
        contract.replay("02-oauth2/56-token-bad-code", "02-oauth2/57-token-extra-param");
    }

    @Test
    void rotatesBothTokensAtARefresh() {
        login();
        String oldAccess = contract.here("<ACCESS_TOKEN>");
        String oldRefresh = contract.here("<REFRESH_TOKEN>");
        contract.replay("02-oauth2/59-refresh");
        String newAccess = contract.here("<ACCESS_TOKEN>");
        contract.bindings().let("<ACCESS_TOKEN>", oldAccess);
        contract.bindings().let("<REFRESH_TOKEN>", oldRefresh);
        contract.replay("02-oauth2/60-old-access-token-after-refresh", "02-oauth2/61-refresh-reuse-old");
        contract.bindings().let("<ACCESS_TOKEN>", newAccess);
        contract.replay("02-oauth2/62-new-access-token-after-reuse");
    }

    @Test
    void doesNotLookAtTheClientsSecretAtARefresh() {
        login();
        otherApp();
        contract.replay("02-oauth2/63-refresh-basic", "02-oauth2/64-refresh-no-secret");
        contract.replay("02-oauth2/65-refresh-wrong-secret", "02-oauth2/66-refresh-other-app");
    }

    @Test
    void refusesARefreshWithoutAGoodToken() {
        contract.replay(
                "02-oauth2/67-refresh-garbage", "02-oauth2/68-refresh-missing", "02-oauth2/69-refresh-with-scope");
        contract.replay("05b-errors-more/24-oauth-after-429");
    }

    /** Recorded in {@code concurrent-refresh}: at least one wins, the others get 400 or 500, and the user stays linked. */
    @Test
    void doesNotKeepConcurrentRefreshesApart() {
        login();
        List<CompletableFuture<Answer>> refreshes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            refreshes.add(CompletableFuture.supplyAsync(() -> contract.send("02-oauth2/59-refresh")));
        }
        List<Answer> answers = refreshes.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 400, 500);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 500)
                .allSatisfy(answer -> assertThat(answer.text("/message")).isEqualTo("Failed to exchange token"));
    }

    @Test
    void revokesBothTokensByEither() {
        login();
        contract.replay("02-oauth2/83-revoke-access", "02-oauth2/84-access-token-after-revoke");
        contract.replay("02-oauth2/85-refresh-after-access-revoke");
        login();
        contract.replay("02-oauth2/86-revoke-refresh", "02-oauth2/87-access-token-after-refresh-revoke");
        contract.replay("02-oauth2/88-revoke-again");
    }

    @Test
    void revokesNothingForOthers() {
        login();
        otherApp();
        contract.bindings().let("<TOKEN>", "aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("02-oauth2/75-revoke-missing-token", "02-oauth2/76-revoke-no-client");
        contract.replay("02-oauth2/77-revoke-other-client", "02-oauth2/78-access-token-after-revoke-by-other");
        contract.replay("02-oauth2/79-revoke-garbage", "02-oauth2/80-revoke-unknown-token");
        contract.replay("02-oauth2/81-revoke-basic", "02-oauth2/82-revoke-wrong-secret");
    }

    @Test
    void letsTheUserWithdraw() {
        login();
        contract.replay("02-oauth2/89-delete-tokens-by-user", "02-oauth2/90-access-token-after-delete-tokens");
    }

    @Test
    void refreshesForASuspendedUserWhoseTokensAreRefused() {
        login();
        contract.replay("02-oauth2/91-suspend-alice", "02-oauth2/92-oauth-token-of-suspended");
        contract.replay("02-oauth2/93-refresh-of-suspended");
    }

    @Test
    void endsTokensWithTheSecretThatGotThem() {
        contract.replay("02-oauth2/94-app-secret-create-second");
        code();
        contract.replay("02-oauth2/95-token-with-second-secret", "02-oauth2/96-app-secret-delete");
        contract.replay("02-oauth2/97-access-token-after-secret-delete", "02-oauth2/98-refresh-after-secret-delete");
    }

    @Test
    void endsTokensWithTheApplication() {
        login();
        contract.bindings()
                .let("a23ac1c5-3d81-4332-9968-436a66491cf4", contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"));
        contract.bindings().let("<CLIENT_SECRET_3>", contract.here("<CLIENT_SECRET>"));
        contract.replay("08-more/21-app-delete", "08-more/22-access-token-after-app-delete");
        contract.replay("08-more/23-refresh-after-app-delete");
    }

    @Test
    void endsTokensByLogout() {
        code();
        contract.replay("08-more/13-token");
        contract.bindings().let("<TOKEN>", contract.here("<ACCESS_TOKEN>"));
        contract.bindings().let("<SECRET>", contract.here("<REFRESH_TOKEN>"));
        contract.replay("08-more/17-refresh-token-as-access-token", "08-more/18-logout-with-oauth-token");
        contract.replay("08-more/19-me-after-logout", "08-more/20-refresh-after-logout");
    }

    @Test
    void createsWorkspacesForTheUserAndNobodyElse() {
        login();
        contract.devcontainers();
        contract.minimal();
        contract.bob();
        assertThat(contract.send("06-on-behalf/14-create-for-me-with-oauth-token")
                        .status())
                .isEqualTo(201);
        contract.replay("06-on-behalf/15-create-for-bob-with-alices-oauth-token");
        assertThat(contract.send("06-on-behalf/16-create-for-alice-by-name-with-oauth-token")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isNotThereWithoutTheExperiment() {
        target.standIn().settings().oauth2(false);
        try {
            contract.bindings().let("<SESSION_TOKEN>", alice.token());
            contract.replay("02b-oauth2-experiment-off/01-experiments", "02b-oauth2-experiment-off/02-metadata");
            contract.replay("02b-oauth2-experiment-off/03-authorize", "02b-oauth2-experiment-off/04-tokens");
            contract.replay("02b-oauth2-experiment-off/05-apps");
        } finally {
            target.standIn().settings().oauth2(true);
        }
    }
}
