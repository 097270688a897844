package dev.greenroom.auth.oauth2;

import static io.restassured.RestAssured.given;

import dev.greenroom.auth.Api;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The whole way through Coder's consent, for tests that begin after it. */
public final class Linking {
    private Linking() {}

    public static void link(TestPerson person) {
        var authorizeUrl = URI.create(Api.with(person.bearer())
                .post("/v1/account/authorize")
                .then()
                .statusCode(200)
                .extract()
                .path("authorizeUrl"));
        var page = Browser.follow(new Browser(person).consent(authorizeUrl));
        Api.with(person.bearer())
                .body(Map.of("code", Browser.codeOf(page), "preprovisionConsent", true))
                .post("/v1/account/link")
                .then()
                .statusCode(200);
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
