package dev.greenroom.gateway.neighbours;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.StagingBackstage;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/**
 * A user whom no other test knows, so that no test finds what another left in caches or on topics.
 *
 * @param ref {@code user:default/NAME}, and in an environment with a name {@code user:default/NAME@ENVIRONMENT}
 * @param token their Backstage token
 */
public record TestUser(String ref, String token) {

    public static TestUser another(BackstageStandIn backstage) {
        var ref = "user:default/u" + UUID.randomUUID().toString().substring(0, 12);
        return new TestUser(ref, backstage.tokenFor(ref).mint());
    }

    /** The user of the environment {@code staging} whose reference is the same there. */
    public static TestUser twinOf(TestUser twin, StagingBackstage staging) {
        return new TestUser(
                twin.ref() + "@" + StagingBackstage.NAME,
                staging.tokenFor(twin.ref()).mint());
    }

    /** A request of theirs. */
    public RequestSpecification asks() {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
