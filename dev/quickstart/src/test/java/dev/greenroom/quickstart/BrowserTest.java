package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.standins.coder.steering.Call;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person with a browser of their own, on a page as of Backstage's front end. Whatever they do, neither token of the
 * pair that Coder gives for their consent reaches the browser.
 */
@Tag("backstage")
@Tag("browser")
@ExtendWith({WithChromium.class, WithInstallation.class})
abstract class BrowserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTHORIZE = "/oauth2/authorize";

    @TempDir
    private Path folder;

    final Installation installation;
    Chromium browser;
    String page;

    BrowserTest(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void openFrontEnd() {
        installation.coder().ledger().clear();
        browser = Chromium.start(netLog());
        browser.go(installation.app());
        page = browser.tab();
    }

    private Path netLog() {
        return folder.resolve("net-log.json");
    }

    @AfterEach
    void noTokenOfCodersHasReachedTheBrowser() {
        var coder = installation.coder();
        var sessions = sessionsAtCoder();
        browser.close();
        var seen = NetLog.read(netLog());

        assertThat(CodersTokens.thatOpen(coder.url(), seen))
                .as("the person's own web session at Coder is found, and nothing else")
                .isEqualTo(sessions)
                .isNotEmpty();
        assertThat(CodersTokens.ofClients(seen))
                .as("the code of each consent is found, and nothing else")
                .hasSameSizeAs(coder.ledger().calls("POST", AUTHORIZE));
        assertThat(seen).as("what pages said is looked at, too").contains("Sign in to Coder (stand-in)");
    }

    /** The person is logged in at Coder itself, at another host than all the others'. */
    private Set<String> sessionsAtCoder() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.get("name").equals("coder_session_token"))
                .filter(cookie -> cookie.get("domain").equals("localhost"))
                .map(cookie -> cookie.get("value").toString())
                .collect(Collectors.toSet());
    }

    /** Has the front end open a window, and looks at that. */
    void openPopup(URI url, URI origin) {
        browser.run("url.value = arguments[0]; origin.value = arguments[1]", url.toString(), origin.toString());
        browser.click("#open");
        browser.lookAtPopup();
    }

    void logInAtCoder() {
        browser.type("[name=email]", Installation.USER + "@example.com");
        browser.type("[name=password]", Installation.PASSWORD);
        browser.click("button[type=submit]");
    }

    void allow() {
        browser.click("#allow-form button");
    }

    void cancel() {
        browser.click("#cancel-link");
    }

    /** What the front end was told by the window, which has closed itself. */
    JsonNode answerOfPopup() {
        browser.lookAtLast(page);
        return answer();
    }

    /** What the front end shows, once it does. */
    JsonNode answer() {
        return json(browser.text("#answer"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** What Greenroom says of the account of whoever has this token of Backstage's. */
    JsonHttp.Answer account(String backstageToken) {
        return new JsonHttp()
                .get(
                        installation.gateway().resolve("/v1/account"),
                        Map.of("Authorization", "Bearer " + backstageToken));
    }

    /** Coder was asked for its consent with PKCE, before and after the login, and gave its tokens once. */
    void assertProvenByPkce() {
        var ledger = installation.coder().ledger();
        assertThat(ledger.calls("POST", AUTHORIZE)).hasSize(1);
        assertThat(Stream.concat(ledger.calls("GET", AUTHORIZE).stream(), ledger.calls("POST", AUTHORIZE).stream()))
                .hasSize(3)
                .extracting(Call::query)
                .allSatisfy(query -> assertThat(query)
                        .containsPattern("(^|&)code_challenge=[A-Za-z0-9_-]{43}(&|$)")
                        .containsPattern("(^|&)code_challenge_method=S256(&|$)"));
        assertThat(ledger.calls("POST", "/oauth2/tokens"))
                .extracting(Call::status)
                .containsExactly(200);
    }
}
