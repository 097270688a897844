package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may link whom, how links are counted, and what is left of one that ended. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class LinksTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    private TestPerson jane;

    @BeforeEach
    void addJane() {
        jane = TestPerson.another(backstage, coder);
        // Groovy's classes, of which REST Assured is made, deadlock when several threads are the first to use them.
        account(jane.bearer()).statusCode(404);
    }

    @Test
    void letsNobodyLinkTheCoderUserOfAnother() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        var mallory = backstage.tokenFor("user:default/" + UUID.randomUUID()).mint();

        link(mallory, jane.newApiToken(), true).statusCode(409).body("code", equalTo("coder-account-taken"));

        account(mallory).statusCode(404);
        account(jane.bearer()).statusCode(200);
    }

    @Test
    void letsAnotherLinkACoderUserThatWasUnlinked() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);
        var john = backstage.tokenFor("user:default/" + UUID.randomUUID()).mint();

        link(john, jane.newApiToken(), true).statusCode(200);
    }

    @Test
    void linksACoderUserOnceHoweverManyWantItAtOnce() {
        var token = jane.newApiToken();
        var users = IntStream.range(0, 8)
                .mapToObj(n ->
                        backstage.tokenFor("user:default/" + UUID.randomUUID()).mint())
                .toList();

        var statuses = users.parallelStream()
                .map(user -> link(user, token, true).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnly(200, 409);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    }

    @Test
    void countsOneLinkHoweverOftenItIsPutAtOnce() {
        var token = jane.newApiToken();

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> link(jane.bearer(), token, true).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
        account(jane.bearer()).body("linkGeneration", equalTo(1));
        assertThat(revision()).isEqualTo("8");
    }

    @Test
    void renewsATokenWithoutANewGeneration() {
        var linkedAt = link(jane.bearer(), jane.newApiToken(), true).extract().path("linkedAt");

        link(jane.bearer(), jane.newApiToken(), true)
                .statusCode(200)
                .body("linkGeneration", equalTo(1))
                .body("linkedAt", equalTo(linkedAt));
    }

    @Test
    void countsAnotherGenerationForAnotherCoderUser() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        var other = jane.coderUser() + "-2";
        coder.addUser(other, "SomePassword123!");

        link(jane.bearer(), coder.tokenFor(other), true)
                .statusCode(200)
                .body("coderUsername", equalTo(other))
                .body("linkGeneration", equalTo(2));

        assertThat(grantsOf(jane.coderUser())).as("the grant that nobody uses").isEmpty();
    }

    @Test
    void countsOnOverUnlinking() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);

        link(jane.bearer(), jane.newApiToken(), true).statusCode(200).body("linkGeneration", equalTo(2));

        assertThat(revision()).isEqualTo("3");
    }

    @Test
    void erasesTheTokenWhenItIsUnlinked() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        assertThat(grantsOf(jane.coderUser())).hasSize(1);

        unlink(jane.bearer()).statusCode(204);

        assertThat(grantsOf(jane.coderUser())).isEmpty();
        account(jane.bearer()).statusCode(404);
    }

    @Test
    void doesNotMindUnlinkingTwice() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);

        unlink(jane.bearer()).statusCode(204);

        assertThat(revision()).isEqualTo("2");
    }

    @Test
    void doesNotMindUnlinkingWhatWasNeverLinked() {
        unlink(jane.bearer()).statusCode(204);
    }

    private String revision() {
        return database.query("select revision from account where user_ref = '" + jane.userRef() + "'")
                .getFirst();
    }

    private List<String> grantsOf(String coderUsername) {
        return database.query("select id from coder_grant where coder_username = '" + coderUsername + "'");
    }
}
