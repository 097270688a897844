package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Linking an account through Coder's consent: what the page does to which Coder sends the browser back. */
class LinkBrowserTest extends BrowserTest {
    private final JsonHttp http = new JsonHttp();
    private String backstageToken;

    LinkBrowserTest(Installation installation) {
        super(installation);
    }

    @BeforeEach
    void knowTheUser() {
        backstageToken = installation.backstage().tokenOf("user:default/" + Installation.USER);
    }

    /** Other tests are of users without an account, this one among them. */
    @AfterEach
    void unlink() {
        call("DELETE", "/v1/account", Map.of());
    }

    @Test
    void givesTheCodeToTheWindowThatOpenedItAndCloses() {
        openPopup(authorizeUrl(), installation.gateway());
        logInAtCoder();
        allow();

        var answer = answerOfPopup();

        assertThat(answer.path("type").asText()).isEqualTo("greenroom-link");
        assertLinks(answer.path("code").asText());
        assertProvenByPkce();
    }

    @Test
    void takesABrowserThatNobodyWaitsForBackToTheFrontEndWithTheCodeInTheFragment() {
        browser.go(authorizeUrl());
        logInAtCoder();
        allow();

        var fragment = installation.app() + "/#greenroom-link-code=";
        await().until(browser::url, url -> url.startsWith(fragment));

        assertLinks(browser.url().substring(fragment.length()));
    }

    @Test
    void tellsTheWindowThatOpenedItOfANo() {
        openPopup(authorizeUrl(), installation.gateway());
        logInAtCoder();
        cancel();

        var answer = answerOfPopup();

        assertThat(answer.path("error").asText()).isEqualTo("link-denied");
        assertThat(answer.has("code")).isFalse();
    }

    private URI authorizeUrl() {
        var answer = call("POST", "/v1/account/authorize", Map.of());
        return URI.create(answer.body().path("authorizeUrl").asText());
    }

    private void assertLinks(String code) {
        var linked = call("POST", "/v1/account/link", Map.of("code", code));
        assertThat(linked.ok()).as(linked.toString()).isTrue();
        var account = account(backstageToken);
        assertThat(account.body().path("coderUsername").asText()).isEqualTo(Installation.USER);
    }

    private JsonHttp.Answer call(String method, String path, Object body) {
        return http.send(
                method,
                installation.gateway().resolve(path),
                Map.of("Authorization", "Bearer " + backstageToken),
                body);
    }
}
