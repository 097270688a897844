package dev.greenroom.auth.oauth2;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.coder.ExchangeOutcome;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The whole way through Coder's consent, for tests that begin after it. */
public final class Linking {
    private Linking() {}

    public static void link(TestPerson person) {
        Api.with(person.bearer())
                .body(Map.of("code", codeOfConsent(person), "preprovisionConsent", true))
                .post("/v1/account/link")
                .then()
                .statusCode(200);
    }

    /** Consents, and does not finish. @return the code with which the person may */
    public static String codeOfConsent(TestPerson person) {
        return Browser.codeOf(Browser.follow(new Browser(person).consent(URI.create(authorizeUrl(person)))));
    }

    private static String authorizeUrl(TestPerson person) {
        return Api.with(person.bearer())
                .post("/v1/account/authorize")
                .then()
                .statusCode(200)
                .extract()
                .path("authorizeUrl");
    }

    /** The pair that Coder gives for this person's consent, which nobody keeps yet. It ends the pair before. */
    public static TokenPair consent(TestPerson person, OAuth2Client client) {
        // A busy machine's Coder may be too late.
        var issued = await().until(() -> exchange(person, client), ExchangeOutcome.Issued.class::isInstance);
        return ((ExchangeOutcome.Issued) issued).tokens();
    }

    private static ExchangeOutcome exchange(TestPerson person, OAuth2Client client) {
        var verifier = Secret.fresh();
        var authorizeUrl =
                authorizeUrl(person).replaceFirst("code_challenge=[^&]+", "code_challenge=" + verifier.challenge());
        var code = Browser.query(new Browser(person).consent(URI.create(authorizeUrl)))
                .get("code");
        return client.exchange(code, verifier.value());
    }

    /** How many tokens of Greenroom's this person has at Coder: an application that has one is among theirs. */
    public static int livingPairs(TestPerson person, CoderStandIn coder) {
        var user = given().baseUri(coder.url())
                .port(URI.create(coder.url()).getPort())
                .header("Coder-Session-Token", person.newApiToken())
                .get("/api/v2/users/me")
                .path("id");
        return given().baseUri(coder.url())
                .port(URI.create(coder.url()).getPort())
                .header("Coder-Session-Token", person.newApiToken())
                .queryParam("user_id", user)
                .get("/api/v2/oauth2-provider/apps")
                .jsonPath()
                .getList("$")
                .size();
    }

    /** Whether Coder takes the token. */
    public static boolean lives(String token, CoderStandIn coder) {
        return given().baseUri(coder.url())
                        .port(URI.create(coder.url()).getPort())
                        .header("Coder-Session-Token", token)
                        .get("/api/v2/users/me")
                        .statusCode()
                == 200;
    }

    /** The person takes back their consent at Coder, where Greenroom is not told. */
    public static void revokeAtCoder(TestPerson person, CoderStandIn coder) {
        var client = ConfigProvider.getConfig().getValue("greenroom.coder.oauth2.client-id", String.class);
        given().baseUri(coder.url())
                .port(URI.create(coder.url()).getPort())
                .header("Coder-Session-Token", person.newApiToken())
                .queryParam("client_id", client)
                .delete("/oauth2/tokens")
                .then()
                .statusCode(204);
    }
}
