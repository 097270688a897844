package dev.greenroom.auth.lending;

import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.lending;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class LendingResourceTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    FrozenGauge gauge;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private TestPerson jane;
    private String admin;

    @BeforeEach
    void janeIsLinked() {
        jane = TestPerson.another(backstage, coder);
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        admin = backstage.tokenFor(AuthServiceProfile.ADMIN).mint();
    }

    @AfterEach
    void thaw() {
        database.execute("delete from lending");
        database.execute("delete from lending_change");
    }

    @Test
    void saysThatTokensAreLentWhereNobodyEverSaidOtherwise() {
        lending(admin)
                .statusCode(200)
                .body("frozen", equalTo(false))
                .body("since", nullValue())
                .body("changedBy", nullValue())
                .body("reason", nullValue());
    }

    @Test
    void lendsNothingBetweenAFreezeAndItsThaw() {
        // When
        lending(admin, true, "a token was seen in a chat").statusCode(200).body("frozen", equalTo(true));

        // Then
        borrow(serviceToken(), jane.userRef())
                .statusCode(503)
                .header("Retry-After", "30")
                .body("code", equalTo("lending-frozen"))
                .body("detail", not(containsString("chat")));
        assertThat(loans()).isEmpty();
        lending(admin)
                .body("frozen", equalTo(true))
                .body("since", notNullValue())
                .body("changedBy", equalTo(AuthServiceProfile.ADMIN))
                .body("reason", equalTo("a token was seen in a chat"));

        // When
        lending(admin, false, "it was an old one").statusCode(200).body("frozen", equalTo(false));

        // Then
        borrow(serviceToken(), jane.userRef()).statusCode(200);
        lending(admin).body("frozen", equalTo(false)).body("reason", equalTo("it was an old one"));
    }

    @Test
    void asksNobodyToLinkWhileItIsFrozen() {
        lending(admin, true, "a drill").statusCode(200);

        borrow(serviceToken(), "user:default/nobody").statusCode(503).body("code", equalTo("lending-frozen"));
    }

    @Test
    void goesByWhatAnotherReplicaHasWrittenAtOnce() {
        borrow(serviceToken(), jane.userRef()).statusCode(200);

        database.execute("insert into lending values ('default', true, now(), 'user:default/x', 'elsewhere')");
        borrow(serviceToken(), jane.userRef()).statusCode(503);

        database.execute("update lending set frozen = false");
        borrow(serviceToken(), jane.userRef()).statusCode(200);
    }

    @Test
    void leavesOtherDeploymentsToTheirs() {
        database.execute("insert into lending values ('another', true, now(), 'user:default/x', 'elsewhere')");

        borrow(serviceToken(), jane.userRef()).statusCode(200);
    }

    @Test
    void keepsEachChangeWithWhoAndWhatAndWhy() {
        var another = backstage.tokenFor(AuthServiceProfile.ANOTHER_ADMIN).mint();

        lending(admin, true, "first").statusCode(200);
        lending(another, true, "second").statusCode(200);
        lending(admin, false, "third").statusCode(200);

        assertThat(changes())
                .containsExactly(
                        "default t user:default/an-admin first",
                        "default t user:default/another-admin second",
                        "default f user:default/an-admin third");
    }

    @Test
    void tellsSinceWhenItIsFrozenAndWhoSaidSoLast() {
        lending(admin, true, "first").statusCode(200);
        var since = lending(admin).extract().<String>path("since");

        lending(backstage.tokenFor(AuthServiceProfile.ANOTHER_ADMIN).mint(), true, "don't thaw yet")
                .statusCode(200)
                .body("since", equalTo(since))
                .body("changedBy", equalTo(AuthServiceProfile.ANOTHER_ADMIN))
                .body("reason", equalTo("don't thaw yet"));
    }

    @Test
    void keepsNoChangeThatIsNone() {
        lending(admin, true, "once").statusCode(200);
        lending(admin, true, "once").statusCode(200).body("frozen", equalTo(true));

        assertThat(changes()).hasSize(1);
    }

    @Test
    void letsNobodyElseSeeOrChangeIt() {
        lending(jane.bearer())
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("greenroom.admins"))
                .body("detail", not(containsString("user:")));
        lending(jane.bearer(), true, "because I can").statusCode(403);

        assertThat(changes()).isEmpty();
        borrow(serviceToken(), jane.userRef()).statusCode(200);
    }

    @Test
    void wantsAUser() {
        RestAssured.when().get("/v1/admin/lending").then().statusCode(401);
        RestAssured.when().put("/v1/admin/lending").then().statusCode(401);
        lending(serviceToken(), true, "by a service").statusCode(401);

        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"frozen": true}                                    | reason
        {"frozen": true, "reason": null}                    | reason
        {"frozen": true, "reason": " "}                     | reason
        {"frozen": true, "reason": 7}                       | reason
        {"frozen": true, "reason": "two\\nlines"}           | reason
        {"frozen": true, "reason": "\\u202eright to left"}  | reason
        {"frozen": true, "reason": "\\ud83d"}               | reason
        {"frozen": true, "reason": "\\u0000"}               | reason
        {"reason": "x"}                                     | frozen
        {"frozen": null, "reason": "x"}                     | frozen
        {"frozen": "true", "reason": "x"}                   | frozen
        {"frozen": 1, "reason": "x"}                        | frozen
        {"frozen": true, "reason": "x", "until": "later"}   | until
        """)
    void saysWhereABodyIsWrong(String body, String field) {
        with(admin)
                .body(body)
                .when()
                .put("/v1/admin/lending")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations.field", hasItem(field));
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{"})
    void refusesABodyThatIsNoObject(String body) {
        with(admin).body(body).when().put("/v1/admin/lending").then().statusCode(400);
    }

    @Test
    void takesAReasonOf500Characters() {
        lending(admin, true, "a".repeat(501)).statusCode(400).body("violations.field", hasItem("reason"));
        lending(admin, true, "a".repeat(500)).statusCode(200);
    }

    @Test
    void warnsOperatorsOfAFreezeAndOfAThaw() {
        try (var log = LogCapture.atConfiguredLevels()) {
            lending(admin, true, "a drill").statusCode(200);
            lending(admin, false, "it is over").statusCode(200);

            assertThat(log.linesOf(ChangeLending.class.getName()))
                    .containsExactly(
                            ChangeLending.class.getName()
                                    + " lending frozen by=user:default/an-admin reason=\"a drill\"",
                            ChangeLending.class.getName()
                                    + " lending thawed by=user:default/an-admin reason=\"it is over\"");
        }
    }

    @Test
    void showsOperatorsWhetherItIsFrozen() {
        lending(admin, true, "a drill").statusCode(200);
        gauge.measure();
        assertThat(metrics()).contains("greenroom_lending_frozen 1.0");

        lending(admin, false, "it is over").statusCode(200);
        gauge.measure();
        assertThat(metrics()).contains("greenroom_lending_frozen 0.0");
    }

    private String metrics() {
        return RestAssured.given().port(managementPort).get("/q/metrics").asString();
    }

    private List<String> loans() {
        return database.query("select id from loan where user_ref = '" + jane.userRef() + "'");
    }

    private List<String> changes() {
        return database.query(
                "select concat_ws(' ', deployment, frozen, changed_by, reason) from lending_change order by id");
    }
}
