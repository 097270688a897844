package dev.greenroom.workspace.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.contracts.Message;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.intake.PoisonedConfigurations;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.NeighboursTestResource;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of records that could not be kept, and does about them. */
@QuarkusTest
class DeadLettersTest {
    private static final String CONFIGS = "/v1/admin/dead-letters/coder-configs";

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    PoisonedConfigurations poison;

    @AfterEach
    void poisonAgain() {
        poison.mend(false);
    }

    @Test
    void showsWhatWasPutAsideAndWhyAndNothingOfItsBody() {
        var event = Entity.some()
                .in(PoisonedConfigurations.NAMESPACE)
                .param("region", "known-to-its-owner")
                .published(1);

        var letter = putAside(event);

        assertThat(letter)
                .containsEntry("key", event.key())
                .containsEntry("type", "dev.greenroom.coder-config.published.v1")
                .containsEntry("partition", 0)
                .containsKeys("offset", "sourceOffset", "putAsideAt");
        assertThat(letter.get("reason")).asString().contains("IllegalStateException");
        assertThat(asAdmin(CONFIGS + "?limit=500").extract().asString()).doesNotContain("known-to-its-owner");
    }

    @Test
    void keepsWhatCanBeKeptByNow() {
        var event = Entity.some().in(PoisonedConfigurations.NAMESPACE).published(1);
        var letter = putAside(event);
        assertThat(database.knows(event)).isFalse();
        poison.mend(true);

        replay(CONFIGS, letter.get("offset")).statusCode(204);

        assertThat(database.knows(event)).isTrue();
        replay(CONFIGS, letter.get("offset")).statusCode(204);
    }

    @Test
    void saysWhyItCanNotBeKeptStill() {
        var event = Entity.some().in(PoisonedConfigurations.NAMESPACE).published(1);
        var letter = putAside(event);

        replay(CONFIGS, letter.get("offset"))
                .statusCode(422)
                .body("code", equalTo("still-unreadable"))
                .body("detail", containsString("IllegalStateException"));

        assertThat(database.knows(event)).isFalse();
    }

    @Test
    void takesARecordWithAnotherKeyThanItsMessagesForNoMessageStill() {
        var event = Entity.some().published(1);
        var record = Topics.encoded(event);
        var forged = new ProducerRecord<>(
                record.topic(),
                0,
                "default/component:default/forged-" + event.entityRef().name(),
                record.value(),
                record.headers());
        Topics.sendRaw(List.of(forged));
        var letter =
                await().atMost(Duration.ofSeconds(20)).until(() -> letterOf(forged.key()), found -> !found.isEmpty());

        replay(CONFIGS, letter.get("offset")).statusCode(422);

        assertThat(database.knows(event)).isFalse();
    }

    @Test
    void carriesACommandOutThatWasGivenUp() {
        var operations = new Operations(backstage, database);
        var person = Person.linked(coder, auth, database);
        var command = person.list();
        Topics.send(command);
        operations.succeeded(person, command.id());
        database.change(
                "UPDATE command SET status = 'FAILED', failure_code = 'command-unreadable', failure_message = 'x' WHERE id = ?",
                command.id());

        Topics.send(command);

        operations.succeeded(person, command.id());
    }

    @Test
    void comesInPagesWithTheLastFirst() {
        var first = putAside(Entity.some().in(PoisonedConfigurations.NAMESPACE).published(1));
        var second = putAside(Entity.some().in(PoisonedConfigurations.NAMESPACE).published(1));

        var page = asAdmin(CONFIGS + "?limit=1").statusCode(200);
        String cursor = page.extract().path("nextCursor");

        assertThat(page.extract().<List<Object>>path("items.offset")).containsExactly(second.get("offset"));
        assertThat(asAdmin(CONFIGS + "?limit=1&cursor=" + cursor).extract().<List<Object>>path("items.offset"))
                .containsExactly(first.get("offset"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/admin/dead-letters/coder-configs/999999999999/replay",
        "/v1/admin/dead-letters/coder-configs/x/replay",
        "/v1/admin/dead-letters/workspace-events/0/replay"
    })
    void knowsNoOthers(String path) {
        given().auth()
                .oauth2(backstage.tokenFor(NeighboursTestResource.ADMIN).mint())
                .post(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("dead-letter-not-found"));
    }

    @Test
    void isForAdmins() {
        var token = backstage.tokenFor("user:default/jane").mint();

        given().auth().oauth2(token).get(CONFIGS).then().statusCode(403);
        given().auth().oauth2(token).post(CONFIGS + "/0/replay").then().statusCode(403);
        given().get(CONFIGS).then().statusCode(401);
    }

    private Map<String, Object> putAside(Message message) {
        Topics.sendRaw(List.of(Topics.onPartition(0, Topics.encoded(message))));
        return await().atMost(Duration.ofSeconds(20)).until(() -> letterOf(message.key()), found -> !found.isEmpty());
    }

    private Map<String, Object> letterOf(String key) {
        List<Map<String, Object>> items =
                asAdmin(CONFIGS + "?limit=500").extract().path("items");
        return items.stream()
                .filter(item -> key.equals(item.get("key")))
                .findFirst()
                .orElse(Map.of());
    }

    private ValidatableResponse replay(String topic, Object offset) {
        return given().auth()
                .oauth2(backstage.tokenFor(NeighboursTestResource.ADMIN).mint())
                .post(topic + "/" + offset + "/replay")
                .then();
    }

    private ValidatableResponse asAdmin(String path) {
        return given().auth()
                .oauth2(backstage.tokenFor(NeighboursTestResource.ADMIN).mint())
                .get(path)
                .then();
    }
}
