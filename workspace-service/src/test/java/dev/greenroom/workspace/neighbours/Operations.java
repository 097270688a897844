package dev.greenroom.workspace.neighbours;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.standins.backstage.BackstageStandIn;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;

/** Reads this service's API as a user. */
public record Operations(BackstageStandIn backstage, Database database) {

    private static final Duration LONG = Duration.ofSeconds(20);

    public Response get(Person person, String path) {
        return given().auth()
                .oauth2(backstage.tokenFor(person.ref().toString()).mint())
                .get(path);
    }

    public Response operation(Person person, UUID id) {
        return get(person, "/v1/operations/" + id);
    }

    /** Publishes what the catalog says of an entity, and waits until this service knows. */
    public void publish(CoderConfigEvent... events) {
        Topics.send(events);
        var last = events[events.length - 1];
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> database.knows(last));
    }

    /** Waits until an operation has settled. */
    public JsonPath settled(Person person, UUID id) {
        return until(person, id, "SUCCEEDED|FAILED");
    }

    /** Waits until an operation has succeeded; fails at once, with the reason, where it has failed. */
    public JsonPath succeeded(Person person, UUID id) {
        var settled = settled(person, id);
        assertThat(settled.getString("status"))
                .describedAs(String.valueOf(settled.getMap("failure")))
                .isEqualTo("SUCCEEDED");
        return settled;
    }

    /** Waits until an operation has failed. @return the failure's code */
    public String failure(Person person, UUID id) {
        return settled(person, id).getString("failure.code");
    }

    /** Waits until an operation is known. */
    public void accepted(Person person, UUID id) {
        until(person, id, "ACCEPTED|RUNNING|SUCCEEDED|FAILED");
    }

    private JsonPath until(Person person, UUID id, String statuses) {
        return await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> operation(person, id),
                        answer -> answer.statusCode() == 200
                                && answer.jsonPath().getString("status").matches(statuses))
                .jsonPath();
    }
}
