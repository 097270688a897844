package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Signing in at a real Backstage with Coder, by Coder's own provider as it comes from npm: to that, Greenroom is Coder.
 */
class SignInBrowserTest extends BrowserTest {
    private static final String ENVIRONMENT = "?env=development";

    SignInBrowserTest(Installation installation) {
        super(installation);
    }

    @Test
    void beginsASessionOfBackstagesForTheCatalogsUserOfThatName() {
        var session = signIn();

        assertThat(session.at("/profile/email").asText()).isEqualTo("vera@example.com");
        assertThat(session.at("/backstageIdentity/identity/userEntityRef").asText())
                .isEqualTo("user:default/vera");
        assertThat(session.at("/providerInfo/accessToken").asText()).startsWith("greenroom_access_");
        assertThat(session.at("/providerInfo/expiresInSeconds").asInt()).isEqualTo(3600);
        assertProvenByPkce();
    }

    @Test
    void linksNoAccount() {
        var identity = signIn().at("/backstageIdentity/token").asText();

        var account = account(identity);

        assertThat(account.status()).isEqualTo(404);
        assertThat(account.body().path("code").asText()).isEqualTo("account-not-linked");
    }

    @Test
    void keepsTheRefreshTokenWhereNoPageCanReadIt() {
        var session = signIn();

        var cookies = browser.cookies().stream()
                .filter(cookie -> cookie.get("value").toString().contains("greenroom_refresh_"))
                .toList();
        assertThat(cookies)
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .containsEntry("name", "coder-refresh-token")
                        .containsEntry("path", "/api/auth/coder")
                        .containsEntry("httpOnly", true));
        assertThat(session.toString()).doesNotContain("greenroom_refresh_");
        var readable = browser.run("return document.cookie + JSON.stringify({...localStorage, ...sessionStorage})");
        assertThat(readable).isEqualTo("{}");
    }

    @Test
    void goesOnWithAnotherTokenAfterTheRefreshOfEachPageLoad() {
        var first = signIn();

        browser.go(installation.app());
        var second = refresh();

        assertThat(second.at("/backstageIdentity/identity/userEntityRef").asText())
                .isEqualTo("user:default/vera");
        assertThat(accessToken(second)).startsWith("greenroom_access_").isNotEqualTo(accessToken(first));
        assertThat(accessToken(refresh())).isNotEqualTo(accessToken(second));
        assertThat(installation.coder().ledger().calls("POST", "/oauth2/tokens"))
                .as("Coder is not asked for another pair as long as its own is good")
                .hasSize(1);
    }

    @Test
    void goesOnInTwoTabsThatRefreshAtOnce() {
        signIn();
        var other = browser.openTab();
        browser.go(installation.app());
        browser.find("#open");
        browser.look(page);

        browser.run("refreshAllTabs(arguments[0])", refreshUrl());

        var here = refreshed();
        browser.look(other);
        var there = refreshed();
        assertThat(accessToken(here)).isNotEqualTo(accessToken(there));
        for (var token : List.of(accessToken(here), accessToken(there))) {
            assertThat(coderThroughGreenroom(token).path("username").asText()).isEqualTo("vera");
        }
        refresh();
    }

    @Test
    void tellsTheFrontEndOfANo() {
        openPopup(start(), installation.backstage().url());
        logInAtCoder();
        cancel();

        var answer = answerOfPopup();

        assertThat(answer.path("type").asText()).isEqualTo("authorization_response");
        assertThat(answer.has("response")).isFalse();
        assertThat(answer.at("/error/message").asText()).startsWith("Authentication rejected, ");
        assertThat(installation.coder().ledger().calls("POST", "/oauth2/tokens"))
                .isEmpty();
    }

    @Test
    void endsInThisBrowserWithASignOut() {
        signIn();

        browser.run(
                "return signOut(arguments[0])",
                installation.provider("/logout" + ENVIRONMENT).toString());
        assertThat(answer().path("status").asInt()).isEqualTo(200);

        browser.run("return refresh(arguments[0])", refreshUrl());
        assertThat(answer().path("status").asInt()).isEqualTo(401);
    }

    /** @return the session that the front end was given */
    private JsonNode signIn() {
        openPopup(start(), installation.backstage().url());
        logInAtCoder();
        allow();
        var answer = answerOfPopup();
        assertThat(answer.path("error").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("response");
    }

    private URI start() {
        var origin = URLEncoder.encode(installation.app().toString(), StandardCharsets.UTF_8);
        return installation.provider("/start?scope=&origin=" + origin + "&flow=popup&env=development");
    }

    private JsonNode refresh() {
        browser.run("answer.textContent = ''; return refresh(arguments[0])", refreshUrl());
        return refreshed();
    }

    private JsonNode refreshed() {
        var answer = answer();
        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
        return answer.path("body");
    }

    private String refreshUrl() {
        return installation.provider("/refresh?optional&scope=&env=development").toString();
    }

    private static String accessToken(JsonNode session) {
        return session.at("/providerInfo/accessToken").asText();
    }

    private JsonNode coderThroughGreenroom(String token) {
        var me = installation.gateway().resolve("/coder/api/v2/users/me");
        return new JsonHttp()
                .get(me, Map.of("Authorization", "Bearer " + token))
                .body();
    }
}
