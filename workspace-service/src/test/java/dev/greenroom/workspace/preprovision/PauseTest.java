package dev.greenroom.workspace.preprovision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.NeighboursTestResource;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import dev.greenroom.workspace.pause.ChangePause;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PauseTest {

    private static final String PATH = "/v1/admin/preprovision";

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    MakeDueLater later;

    @Inject
    PreprovisionMeters meters;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    Operations operations;
    Person person;
    CoderOf coders;
    Entity entity;

    @BeforeEach
    void somebodyWhoConsentsAndIsToGetAWorkspace() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        coders = new CoderOf(coder, person);
        entity = Entity.some().ownedBy(person.ref()).preprovision(1, true);
        know(person.linkedEvent(1, 1, true));
        database.change("DELETE FROM preprovision_due");
        never();
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        auth.down(false);
        never();
    }

    private void never() {
        database.change("DELETE FROM preprovision_pause");
        database.change("DELETE FROM preprovision_pause_change");
    }

    @Test
    void makesNothingWhileItIsPausedAndAllOfItAfterwards() {
        // Given
        pause();
        operations.publish(entity.published(1));
        later.look();
        assertThat(commands()).isZero();
        as(NeighboursTestResource.ADMIN).get(PATH).then().body("waiting.pause", equalTo(1));

        // When
        resume();

        // Then
        operations.succeeded(person, commandId());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void goesByWhatAnotherReplicaHasWrittenAtOnce() {
        // Given
        database.change(
                "INSERT INTO preprovision_pause VALUES ('default', true, now(), 'user:default/x', 'elsewhere')");
        operations.publish(entity.published(1));
        later.look();
        assertThat(commands()).isZero();

        // When
        database.change("UPDATE preprovision_pause SET paused = false");
        later.look();

        // Then
        operations.succeeded(person, commandId());
    }

    @Test
    void leavesOtherDeploymentsToTheirs() {
        database.change("INSERT INTO preprovision_pause VALUES ('other', true, now(), 'user:default/x', 'elsewhere')");

        operations.publish(entity.published(1));

        operations.succeeded(person, commandId());
    }

    @Test
    void holdsBackWhatWasMadeAndNotBegunAndNothingElse() {
        // Given
        auth.down(true);
        operations.publish(entity.published(1));
        operations.accepted(person, commandId());
        pause();
        auth.down(false);
        await().atMost(Duration.ofSeconds(20)).until(this::isHeld);

        // When
        var asked = person.create(entity.ref());
        Topics.send(asked);

        // Then
        operations.succeeded(person, asked.id());
        assertThat(coders.creates()).hasSize(1);
        assertThat(status()).isEqualTo("ACCEPTED");
        resume();
        var done = operations.succeeded(person, commandId());
        assertThat(done.getString("workspace.name")).isEqualTo(entity.ref().name());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void goesOnWithWhatWasHeldBackAtOnceWhenItIsResumed() {
        // Given
        held();

        // When
        resume();

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> status().equals("SUCCEEDED"));
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void givesWhatItHoldsBackTheWholeOfItsTimeAgain() {
        // Given
        held();

        // When
        database.change(
                "UPDATE command SET deadline = now() - interval '1 minute', due = now() - interval '1 minute',"
                        + " message = jsonb_set(message, '{deadline}', '\"2020-01-01T00:00:00Z\"') WHERE id = ?",
                commandId());
        database.change("UPDATE owner_queue SET due = now() WHERE owner_key = ?", "default/" + person.ref());

        // Then
        await().until(() -> database.count(
                        "SELECT count(*) AS count FROM command WHERE id = ? AND deadline > now() + interval '23 hours'"
                                + " AND (message ->> 'deadline')::timestamptz = deadline",
                        commandId())
                == 1);
        assertThat(status()).isEqualTo("ACCEPTED");
        resume();
        operations.succeeded(person, commandId());
    }

    /** Whatever the turn has read before the pause, and however long that took. */
    @Test
    void beginsNothingInATurnThatWasUnderWay() {
        // Given
        coder.faults().on("GET", "/api/v2/organizations/").delay(Duration.ofSeconds(2));
        operations.publish(entity.published(1));
        await().until(() -> !coders.calls("GET", "/api/v2/workspaces").isEmpty());

        // When
        pause();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(this::isHeld);
        assertThat(coders.creates()).isEmpty();
        coder.faults().clear();
        resume();
        operations.succeeded(person, commandId());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void finishesWhatHasBegun() {
        // Given
        coder.faults().on("GET", "/api/v2/workspaces/").dropBeforeEffect();
        operations.publish(entity.preprovision(1, false).published(1));
        await().until(() -> status().equals("RUNNING"));

        // When
        pause();
        coder.faults().clear();

        // Then
        var done = operations.succeeded(person, commandId());
        assertThat(done.getString("workspace.status")).isEqualTo("stopped");
    }

    @Test
    void doesNotKeepAnybodyFromAsking() {
        pause();
        operations.publish(entity.published(1));
        var asked = person.create(entity.ref());

        Topics.send(asked);

        operations.succeeded(person, asked.id());
    }

    @Test
    void isHeldToTheAgreementsAfterwards() {
        // Given
        held();
        know(person.linkedEvent(2, 1, false));

        // When
        resume();

        // Then
        assertThat(operations.failure(person, commandId())).isEqualTo("preprovision-not-allowed");
        assertThat(coders.creates()).isEmpty();
    }

    @Test
    void isTriedAgainLikeAnyOtherWhereItHasFailedAfterwards() {
        // Given
        var sound = entity;
        entity = sound.param("nonsense", "1");
        held();
        resume();
        assertThat(operations.failure(person, commandId())).isEqualTo("parameter-unknown");

        // When
        operations.publish(sound.published(2));

        // Then
        operations.succeeded(person, commandId());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void saysThatItIsNotPausedWhereNobodyEverSaidOtherwise() {
        as(NeighboursTestResource.ADMIN)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("dryRun", equalTo(false))
                .body("paused", equalTo(false))
                .body("since", nullValue())
                .body("changedBy", nullValue())
                .body("reason", nullValue())
                .body("policy.namespaces", hasItem("team"))
                .body("policy.hosts", equalTo(List.of("github.com")))
                .body("policy.owners", equalTo(List.of("*")))
                .body("policy.maxPerUser", equalTo(3))
                .body("policy.maxPerEntity", equalTo(3))
                .body("policy.maxPerHour", equalTo(500));
    }

    @Test
    void tellsSinceWhenItIsPausedAndWhoSaidSoLast() {
        put(NeighboursTestResource.ADMIN, true, "first")
                .statusCode(200)
                .body("paused", equalTo(true))
                .body("since", notNullValue());
        var since = as(NeighboursTestResource.ADMIN).get(PATH).jsonPath().getString("since");

        put(NeighboursTestResource.ANOTHER_ADMIN, true, "don't resume yet")
                .statusCode(200)
                .body("since", equalTo(since))
                .body("changedBy", equalTo(NeighboursTestResource.ANOTHER_ADMIN))
                .body("reason", equalTo("don't resume yet"));
    }

    @Test
    void keepsEachChangeWithWhoAndWhatAndWhyAndNoneThatIsNone() {
        put(NeighboursTestResource.ADMIN, true, "first").statusCode(200);
        put(NeighboursTestResource.ADMIN, true, "first").statusCode(200);
        put(NeighboursTestResource.ANOTHER_ADMIN, true, "second").statusCode(200);
        put(NeighboursTestResource.ADMIN, false, "third").statusCode(200);

        assertThat(changes("default t user:default/an-admin first")).isEqualTo(1);
        assertThat(changes("default t user:default/another-admin second")).isEqualTo(1);
        assertThat(changes("default f user:default/an-admin third")).isEqualTo(1);
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void letsNobodyElseSeeOrChangeIt() {
        as(person.ref().toString())
                .get(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("greenroom.admins"))
                .body("detail", not(containsString("user:")));
        put(person.ref().toString(), true, "because I can").statusCode(403);
        given().get(PATH).then().statusCode(401);
        given().contentType(ContentType.JSON).body("{}").put(PATH).then().statusCode(401);

        assertThat(changes()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"paused": true}                                    | reason
        {"paused": true, "reason": " "}                     | reason
        {"paused": true, "reason": 7}                       | reason
        {"paused": true, "reason": "two\\nlines"}           | reason
        {"reason": "x"}                                     | paused
        {"paused": null, "reason": "x"}                     | paused
        {"paused": "true", "reason": "x"}                   | paused
        {"paused": true, "reason": "x", "until": "later"}   | until
        """)
    void saysWhereABodyIsWrong(String body, String field) {
        as(NeighboursTestResource.ADMIN)
                .contentType(ContentType.JSON)
                .body(body)
                .put(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations.field", hasItem(field));
        assertThat(changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{"})
    void refusesABodyThatIsNoObject(String body) {
        as(NeighboursTestResource.ADMIN)
                .contentType(ContentType.JSON)
                .body(body)
                .put(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void warnsOperatorsOfAPauseAndOfAResumption() {
        try (var log = LogCapture.atConfiguredLevels()) {
            pause();
            resume();

            assertThat(log.linesOf(ChangePause.class.getName()))
                    .containsExactly(
                            ChangePause.class.getName()
                                    + " pre-provisioning paused by=user:default/an-admin reason=\"a drill\"",
                            ChangePause.class.getName()
                                    + " pre-provisioning resumed by=user:default/an-admin reason=\"it is over\"");
        }
    }

    @Test
    void showsOperatorsWhetherItIsPausedAndHowManyWait() {
        pause();
        operations.publish(entity.published(1));
        meters.measure();
        assertThat(metrics())
                .contains("greenroom_preprovision_paused 1.0")
                .contains("greenroom_preprovision_waiting{for=\"pause\"} 1.0");

        resume();
        meters.measure();
        assertThat(metrics())
                .contains("greenroom_preprovision_paused 0.0")
                .contains("greenroom_preprovision_waiting{for=\"pause\"} 0.0")
                .contains("greenroom_preprovision_waiting{for=\"max-per-user\"} 0.0");
        operations.succeeded(person, commandId());
    }

    /** Made, and held back at its first turn. */
    private void held() {
        auth.down(true);
        operations.publish(entity.published(1));
        operations.accepted(person, commandId());
        pause();
        auth.down(false);
        await().atMost(Duration.ofSeconds(20)).until(this::isHeld);
    }

    private boolean isHeld() {
        return database.count("SELECT count(*) AS count FROM command WHERE id = ? AND lane LIKE 'held %'", commandId())
                == 1;
    }

    private void pause() {
        put(NeighboursTestResource.ADMIN, true, "a drill").statusCode(200).body("paused", equalTo(true));
    }

    private void resume() {
        put(NeighboursTestResource.ADMIN, false, "it is over").statusCode(200).body("paused", equalTo(false));
    }

    private ValidatableResponse put(String user, boolean paused, String reason) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("paused", paused, "reason", reason))
                .put(PATH)
                .then();
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(backstage.tokenFor(user).mint());
    }

    private void know(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }

    private UUID commandId() {
        return PreprovisionId.of(entity.published(1), person.ref(), 1);
    }

    private String status() {
        return operations.operation(person, commandId()).jsonPath().getString("status");
    }

    private long commands() {
        return database.count(
                "SELECT count(*) AS count FROM command WHERE owner_key = ? AND message ->> 'cause' = 'PREPROVISION'",
                "default/" + person.ref());
    }

    private long changes() {
        return database.count("SELECT count(*) AS count FROM preprovision_pause_change");
    }

    private long changes(String line) {
        return database.count(
                "SELECT count(*) AS count FROM preprovision_pause_change"
                        + " WHERE concat_ws(' ', deployment, paused, changed_by, reason) = ?",
                line);
    }

    private String metrics() {
        return RestAssured.given().port(managementPort).get("/q/metrics").asString();
    }
}
