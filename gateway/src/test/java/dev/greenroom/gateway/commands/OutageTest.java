package dev.greenroom.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.gateway.neighbours.Commands;
import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Answer;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.Fault;
import dev.greenroom.standins.kafka.KafkaStandIn;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller hears while Kafka is away, and that it heals by itself. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class OutageTest {
    private static final String NOT_ACKNOWLEDGED = "command-not-acknowledged";
    private static final String LOOK_UP_PATH = "/api/catalog/entities/by-name/";
    private static final int MANY = 40;

    BackstageStandIn backstage;
    Neighbours neighbours;
    KafkaStandIn kafka;

    private TestUser jane;

    @BeforeEach
    void aCatalogWithAShop() {
        backstage.files().write("shop.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: shop}
                spec: {type: service, lifecycle: production, owner: guests}
                """);
        neighbours.reset();
        jane = TestUser.another(backstage);
    }

    @Test
    void writesAreRefusedWithinASecondAndReadsGoOn() {
        LeftOut.withoutStandIn(kafka, "the gateway without Kafka");
        post("before").then().statusCode(202);
        neighbours.workspaceService().answer(200, "{\"items\": [], \"refreshDue\": true}");
        kafka.stop();
        try {
            for (int i = 0; i < 3; i++) {
                // The inbox does not know the operation.
                neighbours.workspaceService().answer(404, "{}");
                var started = System.nanoTime();
                var answer = post("during");
                var took = Duration.ofNanos(System.nanoTime() - started);

                answer.then()
                        .statusCode(503)
                        .header("Retry-After", "2")
                        .contentType("application/problem+json")
                        .body("code", equalTo(NOT_ACKNOWLEDGED))
                        .body("detail", containsString("with the same Idempotency-Key"));
                assertThat(took).isLessThan(Duration.ofMillis(1_100));
            }
            await().until(this::isRefusedWithoutWaitingForASilentNeighbour);
            neighbours.workspaceService().answer(200, "{\"items\": [], \"refreshDue\": true}");
            jane.asks().get("/v1/workspaces").then().statusCode(200);
        } finally {
            kafka.startAgain();
        }
        neighbours.workspaceService().answer(404, "{}");

        await().atMost(Duration.ofSeconds(15)).until(() -> post("during").statusCode() == 202);

        assertThat(Commands.of(jane.ref()).stream()
                        .map(published -> published.decoded().message())
                        .filter(CreateWorkspace.class::isInstance)
                        .map(Message::messageId)
                        .distinct())
                .as("one for each key, however often it was sent")
                .hasSize(2);
    }

    @Test
    void aSilentBackstageIsAskedForAFewOfThoseWhoAskWhileKafkaIsAway() throws Exception {
        LeftOut.withoutStandIn(kafka, "the gateway without Kafka and with a silent Backstage");
        kafka.stop();
        try {
            assertThat(codeOf(request(jane))).isEqualTo(NOT_ACKNOWLEDGED);
            assertThat(codeOf(request(jane))).isEqualTo(NOT_ACKNOWLEDGED);
            backstage.faults().set(Fault.slow(Duration.ofMinutes(1)).on(LOOK_UP_PATH));
            // From here on the breaker takes a command, and none gets that far.
            await().until(() -> codeOf(request(TestUser.another(backstage))).equals("service-unavailable"));
            backstage.requests().clear();

            var codes = codesHeardAtOnceBy(MANY);

            var asked = backstage.requests().count("GET " + LOOK_UP_PATH);
            assertThat(asked).isBetween(1L, 5L);
            assertThat(codes).filteredOn(NOT_ACKNOWLEDGED::equals).hasSize(MANY - Math.toIntExact(asked));
        } finally {
            backstage.faults().clear();
            kafka.startAgain();
        }
        await().atMost(Duration.ofSeconds(15))
                .until(() -> request(TestUser.another(backstage)).statusCode() == 202);
    }

    private List<String> codesHeardAtOnceBy(int users) throws Exception {
        Callable<String> another = () -> codeOf(request(TestUser.another(backstage)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(users, another)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static Response request(TestUser user) {
        return user.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("entityRef", "component:default/shop"))
                .post("/v1/workspaces");
    }

    private static String codeOf(Response refusal) {
        return refusal.then().statusCode(503).extract().path("code");
    }

    /** But for the one command that tries Kafka from time to time, which is looked up as any other. */
    private boolean isRefusedWithoutWaitingForASilentNeighbour() {
        neighbours.workspaceService().reset();
        neighbours.workspaceService().answer(asked -> Answer.SILENCE);
        post("during").then().statusCode(503).body("code", equalTo(NOT_ACKNOWLEDGED));
        return neighbours.workspaceService().seen().isEmpty();
    }

    private Response post(String key) {
        return jane.asks()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("entityRef", "component:default/shop"))
                .post("/v1/workspaces");
    }
}
