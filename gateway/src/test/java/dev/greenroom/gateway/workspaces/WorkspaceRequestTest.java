package dev.greenroom.gateway.workspaces;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.greenroom.gateway.neighbours.Commands;
import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked for, and where a request says that it is wrong. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class WorkspaceRequestTest {
    BackstageStandIn backstage;
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

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void refusesAWrongValueAndSaysWhere(String body, String path) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("violations.field", hasItem(path));
    }

    static Arguments[] wrongBodies() {
        var manyParams = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "\"p%d\": \"x\"".formatted(i))
                .collect(joining(",", "{", "}"));
        return new Arguments[] {
            Arguments.of("{}", "entityRef"),
            Arguments.of("{\"entityRef\": null}", "entityRef"),
            Arguments.of("{\"entityRef\": \"\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"shop\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"component:shop\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"default/shop\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"component:default/shop/x\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"component:default/sh op\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"component:default/" + "x".repeat(254) + "\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"component:default/..\"}", "entityRef"),
            Arguments.of("{\"entityRef\": \"component:../shop\"}", "entityRef"),
            Arguments.of("{\"entityRef\": 7}", "entityRef"),
            Arguments.of(shopWith("\"name\": \"\""), "name"),
            Arguments.of(shopWith("\"name\": \"-shop\""), "name"),
            Arguments.of(shopWith("\"name\": \"shop-\""), "name"),
            Arguments.of(shopWith("\"name\": \"my--shop\""), "name"),
            Arguments.of(shopWith("\"name\": \"my_shop\""), "name"),
            Arguments.of(shopWith("\"name\": \"my.shop\""), "name"),
            Arguments.of(shopWith("\"name\": \"new\""), "name"),
            Arguments.of(shopWith("\"name\": \"create\""), "name"),
            Arguments.of(shopWith("\"name\": \"" + "a".repeat(33) + "\""), "name"),
            Arguments.of(shopWith("\"name\": \"" + "a-".repeat(30_000) + "a\""), "name"),
            Arguments.of(shopWith("\"name\": \"shop\\n\""), "name"),
            Arguments.of(shopWith("\"name\": true"), "name"),
            Arguments.of(shopWith("\"params\": " + manyParams), "params"),
            Arguments.of(shopWith("\"params\": {\"cpu\": 4}"), "params.cpu"),
            Arguments.of(shopWith("\"params\": {\"cpu\": {}}"), "params.cpu"),
            Arguments.of(shopWith("\"params\": []"), "params"),
            Arguments.of(shopWith("\"params\": {\"cpu\": \"" + "x".repeat(8193) + "\"}"), "params.cpu"),
            Arguments.of(shopWith("\"params\": {\"cpu\": null}"), "params.cpu"),
            Arguments.of(shopWith("\"params\": {\"a]b\": null}"), "params.a]b"),
            Arguments.of(shopWith("\"params\": {\"cpu\": \"\\u0000\"}"), "params.cpu"),
            Arguments.of(shopWith("\"params\": {\"cpu\": \"\\ud83d\"}"), "params.cpu"),
            Arguments.of(shopWith("\"params\": {\"\\u0000\": \"x\"}"), "params.\u0000"),
            Arguments.of(shopWith("\"params\": {\"\": \"x\"}"), "params."),
            Arguments.of(shopWith("\"owner\": \"user:default/otto\""), "owner"),
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "{", "{\"entityRef\": }", "{} {}", "\u0000"})
    void refusesWhatIsNoJsonObject(String body) {
        post(body).statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void doesNotRepeatWhatStoodInTheBody() {
        post("{\"entityRef\": \"component:default/shop\", \"params\": {\"token\": \"hunter2\"")
                .statusCode(400)
                .body(not(containsString("hunter2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A1", "my-shop", "news", "created", "new-create", "12345678901234567890123456789012"})
    void takesNamesByCodersRule(String name) {
        post(shopWith("\"name\": \"" + name + "\"")).statusCode(202);
    }

    @Test
    void takesNullForWhatMayBeLeftOut() {
        post(shopWith("\"name\": null, \"params\": null")).statusCode(202);
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void refusesAWrongIdempotencyKey(String key) {
        jane.asks()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(shopWith("\"name\": null"))
                .post("/v1/workspaces")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("detail", equalTo("Idempotency-Key must be 1 to 255 visible ASCII characters."));
    }

    static String[] wrongKeys() {
        return new String[] {"", "a b", "k".repeat(256)};
    }

    @Test
    void refusesTwoIdempotencyKeys() {
        jane.asks()
                .header("Idempotency-Key", "a", "b")
                .contentType(ContentType.JSON)
                .body(shopWith("\"name\": null"))
                .post("/v1/workspaces")
                .then()
                .statusCode(400);
        assertThat(Commands.of(jane.ref())).isEmpty();
    }

    @Test
    void takesAKeyOf255Characters() {
        jane.asks()
                .header("Idempotency-Key", "k".repeat(255))
                .contentType(ContentType.JSON)
                .body(Map.of("entityRef", "component:default/shop"))
                .post("/v1/workspaces")
                .then()
                .statusCode(202);
    }

    private static String shopWith(String more) {
        return "{\"entityRef\": \"component:default/shop\", " + more + "}";
    }

    private ValidatableResponse post(String body) {
        return jane.asks()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/workspaces")
                .then();
    }
}
