package dev.greenroom.auth;

import static io.restassured.RestAssured.given;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.util.UUID;

/**
 * Somebody whom no other test knows: signed in to Backstage, and with a user at Coder that is not linked.
 *
 * @param bearer their token of Backstage's
 */
public record TestPerson(String userRef, String bearer, String coderUser, CoderStandIn coder) {

    public static TestPerson another(BackstageStandIn backstage, CoderStandIn coder) {
        var id = UUID.randomUUID().toString();
        var userRef = "user:default/" + id;
        var coderUser = "c" + id.substring(0, 12);
        coder.addUser(coderUser, "SomePassword123!");
        return new TestPerson(userRef, backstage.tokenFor(userRef).mint(), coderUser, coder);
    }

    /** Makes another API token at Coder. */
    public String newApiToken() {
        return coder.tokenFor(coderUser);
    }

    /** Deletes one of their tokens at Coder, where Greenroom is not told. */
    public void deleteAtCoder(String apiToken) {
        given().baseUri(coder.url())
                .port(URI.create(coder.url()).getPort())
                .header("Coder-Session-Token", newApiToken())
                .delete("/api/v2/users/me/keys/" + apiToken.substring(0, apiToken.indexOf('-')))
                .then()
                .statusCode(204);
    }
}
