package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.coder.contract.Contract.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications, and the consent that a user gives them in a browser. */
@ContractTest
class AuthorizeContractTest {
    private static Target target;
    private Contract contract;
    private Person alice;
    private Consent consent;

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
        consent = new Consent(contract, target);
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
        target.leftovers().addApp(contract.here("0d0eb225-9220-475e-b7b3-64ca547ff1fe"));
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
