package dev.greenroom.auth;

import static io.restassured.RestAssured.given;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.StagingBackstage;
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
        var userRef = "user:default/" + UUID.randomUUID();
        return new TestPerson(userRef, backstage.tokenFor(userRef).mint(), newCoderUser(coder), coder);
    }

    /** Another person, whom the environment {@code staging} calls by the same reference. */
    public static TestPerson twinOf(TestPerson person, StagingBackstage staging) {
        return new TestPerson(
                person.userRef() + "@" + StagingBackstage.NAME,
                staging.tokenFor(person.userRef()).mint(),
                newCoderUser(person.coder()),
                person.coder());
    }

    private static String newCoderUser(CoderStandIn coder) {
        var coderUser = "c" + UUID.randomUUID().toString().substring(0, 12);
        coder.addUser(coderUser, "SomePassword123!");
        return coderUser;
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
