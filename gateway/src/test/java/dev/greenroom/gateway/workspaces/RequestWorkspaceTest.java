package dev.greenroom.gateway.workspaces;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.gateway.neighbours.Commands;
import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.ServiceStandIn.Answer;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.Fault;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StagingBackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class RequestWorkspaceTest {
    private static final String SHOP = "component:default/shop";
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    BackstageStandIn backstage;
    StagingBackstage staging;
    Neighbours neighbours;

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

    @AfterEach
    void soundAgain() {
        backstage.faults().clear();
        backstage.denials().clear();
    }

    @Test
    void answersWithThePlaceWhereTheOperationCanBeFollowed() {
        var id = post(Map.of("entityRef", SHOP))
                .statusCode(202)
                .header(
                        "Location",
                        matchesRegex("/v1/operations/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f-]{16}"))
                .header("Retry-After", "1")
                .body("status", equalTo("ACCEPTED"))
                .extract()
                .<String>path("id");

        jane.asks().get("/v1/operations/" + id).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void publishesACommandInTheCallersName() {
        var before = Instant.now();

        var id = jane.asks()
                .header("traceparent", TRACEPARENT)
                .contentType(JSON)
                .body(Map.of("entityRef", "Component:Default/Shop", "name", "my-shop", "params", Map.of("cpu", "4")))
                .post("/v1/workspaces")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");

        var published = Commands.of(jane.ref());
        assertThat(published).hasSize(1);
        assertThat(published.getFirst().decoded().traceparent()).isEqualTo(TRACEPARENT);
        var command = (CreateWorkspace) published.getFirst().decoded().message();
        assertThat(command.id()).hasToString(id);
        assertThat(command.deployment()).isEqualTo("default");
        assertThat(command.actor()).isEqualTo(UserRef.parse(jane.ref()));
        assertThat(command.owner()).isEqualTo(UserRef.parse(jane.ref()));
        assertThat(command.cause()).isEqualTo(Cause.REQUESTED);
        assertThat(command.entityRef()).isEqualTo(EntityRef.parse(SHOP));
        assertThat(command.name()).isEqualTo("my-shop");
        assertThat(command.params()).isEqualTo(Map.of("cpu", "4"));
        assertThat(command.issuedAt()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(command.deadline()).isEqualTo(command.issuedAt().plus(Duration.ofMinutes(10)));
    }

    @Test
    void givesEachRequestWithoutAKeyAnOperationOfItsOwn() {
        var first = post(Map.of("entityRef", SHOP)).extract().<String>path("id");
        var second = post(Map.of("entityRef", SHOP)).extract().<String>path("id");

        assertThat(first).isNotEqualTo(second);
        assertThat(Commands.of(jane.ref())).hasSize(2);
    }

    @Test
    void refusesAnEntityThatTheCallerMayNotSeeAsOneThatIsNotThere() {
        backstage.denials().deny(jane.ref(), SHOP);

        var hidden = post(Map.of("entityRef", SHOP)).statusCode(404).extract().asString();
        var unknown = post(Map.of("entityRef", "component:default/nowhere"))
                .statusCode(404)
                .body("code", equalTo("entity-not-found"))
                .extract()
                .asString();

        assertThat(hidden).isEqualTo(unknown);
        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @Test
    void refusesAUserOfAnotherEnvironmentAsOneWhoMayNotSeeTheEntity() {
        var twin = TestUser.twinOf(jane, staging);

        twin.asks()
                .contentType(JSON)
                .body(Map.of("entityRef", SHOP))
                .post("/v1/workspaces")
                .then()
                .statusCode(404)
                .body("code", equalTo("entity-not-found"));

        assertThat(Commands.of(twin.ref())).isEmpty();
        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @Test
    void doesNotGuessWhetherTheEntityMayBeSeenWhileBackstageIsAway() {
        backstage.faults().set(Fault.failing(500).on("/api/catalog"));

        post(Map.of("entityRef", SHOP))
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("service-unavailable"));

        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @Test
    void givesTheSameOperationForTheSameKeyWhileTheInboxDoesNotKnowItYet() {
        var first = postWithKey("k-1", Map.of("entityRef", SHOP))
                .statusCode(202)
                .extract()
                .<String>path("id");
        var second = postWithKey("k-1", Map.of("entityRef", SHOP))
                .statusCode(202)
                .extract()
                .<String>path("id");

        assertThat(second).isEqualTo(first);
        assertThat(Commands.of(jane.ref()))
                .extracting(published -> published.decoded().message().messageId())
                .containsOnly(first);
    }

    @Test
    void publishesNothingForARequestThatTheInboxKnows() {
        var id = postWithKey("k-1", Map.of("entityRef", SHOP))
                .statusCode(202)
                .extract()
                .<String>path("id");
        inboxKnows(digestOfTheOnlyCommand(), "RUNNING");

        postWithKey("k-1", Map.of("entityRef", SHOP))
                .statusCode(202)
                .header("Location", "/v1/operations/" + id)
                .body("status", equalTo("RUNNING"));

        assertThat(Commands.of(jane.ref())).hasSize(1);
        var asked = neighbours.workspaceService().seen().getLast();
        assertThat(asked.uri()).isEqualTo("/v1/operations/" + id);
        assertThat(asked.headers().get("Authorization")).isEqualTo("Bearer " + jane.token());
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequestInTheInbox() {
        inboxKnows("0".repeat(64), "SUCCEEDED");

        postWithKey("k-1", Map.of("entityRef", SHOP)).statusCode(422).body("code", equalTo("idempotency-key-reused"));

        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @Test
    void refusesAKeyThatStoodForAnotherRequestAMomentAgo() {
        postWithKey("k-1", Map.of("entityRef", SHOP)).statusCode(202);

        postWithKey("k-1", Map.of("entityRef", SHOP, "name", "other"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));

        assertThat(Commands.of(jane.ref())).hasSize(1);
    }

    @Test
    void doesNotSpendAKeyOnARequestThatWasRefused() {
        postWithKey("k-1", Map.of("entityRef", "component:default/shpo")).statusCode(404);

        postWithKey("k-1", Map.of("entityRef", SHOP)).statusCode(202);
    }

    @Test
    void publishesARepeatedRequestWhileWorkspaceServiceIsAway() {
        neighbours.workspaceService().stop();

        postWithKey("k-1", Map.of("entityRef", SHOP)).statusCode(202);

        assertThat(Commands.of(jane.ref())).hasSize(1);
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        var otto = TestUser.another(backstage);

        var hers = postWithKey("k-1", Map.of("entityRef", SHOP))
                .statusCode(202)
                .extract()
                .<String>path("id");
        jane = otto;
        var his = postWithKey("k-1", Map.of("entityRef", SHOP))
                .statusCode(202)
                .extract()
                .<String>path("id");

        assertThat(his).isNotEqualTo(hers);
    }

    private String digestOfTheOnlyCommand() {
        var published = Commands.of(jane.ref());
        assertThat(published).hasSize(1);
        return ((CreateWorkspace) published.getFirst().decoded().message()).digest();
    }

    private void inboxKnows(String digest, String status) {
        neighbours.workspaceService().answer(asked -> Answer.of(200, """
                {"id": "%s", "command": "CreateWorkspace", "status": "%s", "digest": "%s"}
                """.formatted(UUID.randomUUID(), status, digest)));
    }

    private ValidatableResponse post(Map<String, ?> body) {
        return jane.asks().contentType(JSON).body(body).post("/v1/workspaces").then();
    }

    private ValidatableResponse postWithKey(String key, Map<String, ?> body) {
        return jane.asks()
                .header("Idempotency-Key", key)
                .contentType(JSON)
                .body(body)
                .post("/v1/workspaces")
                .then();
    }
}
