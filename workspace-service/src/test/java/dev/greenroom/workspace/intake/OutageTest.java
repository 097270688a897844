package dev.greenroom.workspace.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away and comes back. */
@QuarkusTest
class OutageTest {

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;
    PostgresqlStandIn postgresql;

    @Inject
    Database database;

    @Test
    void losesNothingStaysAliveAndSaysSo() {
        LeftOut.withoutStandIn(postgresql, "workspace-service without its database");

        // Given
        var operations = new Operations(backstage, database);
        var person = Person.linked(coder, auth, database);
        var entity = Entity.some();
        operations.publish(entity.published(1));
        var command = person.create(entity.ref());
        postgresql.stop();

        // When
        Topics.send(command);

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> health("ready") == 503);
        assertThat(health("live")).isEqualTo(200);
        var answer = operations.get(person, "/v1/workspaces");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        postgresql.startAgain();
        operations.succeeded(person, command.id());
        assertThat(new CoderOf(coder, person).creates()).hasSize(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> health("ready") == 200);
    }

    private static int health(String kind) {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).get("/q/health/" + kind).statusCode();
    }
}
