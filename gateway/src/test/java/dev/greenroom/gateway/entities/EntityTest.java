package dev.greenroom.gateway.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller reads of an entity what Backstage lets them read. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StagingBackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class EntityTest {
    private static final String SHOP = "component:default/shop";
    private static final String PATH = "/v1/entities/component/default/shop";

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
        neighbours.workspaceService().answer(200, "{\"readiness\": \"READY\"}");
        jane = TestUser.another(backstage);
        backstage.requests().clear();
    }

    @AfterEach
    void soundAgain() {
        backstage.faults().clear();
        backstage.denials().clear();
    }

    @Test
    void showsAnEntityThatBackstageShowsThem() {
        jane.asks().get(PATH).then().statusCode(200).body("readiness", equalTo("READY"));

        assertThat(neighbours.workspaceService().seen().getFirst().uri()).isEqualTo(PATH);
    }

    @Test
    void asksForTheEntityAsBackstagePrintsItsReference() {
        jane.asks().get("/v1/entities/Component/Default/SHOP?x=y").then().statusCode(200);

        assertThat(neighbours.workspaceService().seen().getFirst().uri()).isEqualTo(PATH + "?x=y");
    }

    @Test
    void hidesAnEntityThatBackstageHidesAsOneThatIsNotThere() {
        backstage.denials().deny(jane.ref(), SHOP);

        var hidden = jane.asks().get(PATH).then().statusCode(404);
        var unknown =
                jane.asks().get("/v1/entities/component/default/nowhere").then().statusCode(404);

        Stream.of(hidden, unknown)
                .forEach(answer -> answer.body("code", equalTo("entity-not-found"))
                        .body("detail", equalTo("There is no such entity, or the caller may not see it.")));
        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @Test
    void asksBackstageOnceForManyLooksOfOneUser() {
        for (int i = 0; i < 5; i++) {
            jane.asks().get(PATH).then().statusCode(200);
        }

        assertThat(backstage.requests().count("GET /api/catalog/entities/by-name/component/default/shop"))
                .isEqualTo(1);
    }

    @Test
    void doesNotTakeOneUsersAnswerForAnothers() {
        var otto = TestUser.another(backstage);
        backstage.denials().deny(otto.ref(), SHOP);

        jane.asks().get(PATH).then().statusCode(200);
        otto.asks().get(PATH).then().statusCode(404);
    }

    @Test
    void showsNothingToAUserOfAnotherEnvironmentAndSendsTheirTokenToNoBackstage() {
        jane.asks().get(PATH).then().statusCode(200);
        neighbours.reset();
        backstage.requests().clear();
        staging.standIn().requests().clear();

        TestUser.twinOf(jane, staging)
                .asks()
                .get(PATH)
                .then()
                .statusCode(404)
                .body("code", equalTo("entity-not-found"))
                .body("detail", equalTo("There is no such entity, or the caller may not see it."));

        assertThat(backstage.requests().count("GET /api/catalog")).isZero();
        assertThat(staging.standIn().requests().count("GET /api/catalog")).isZero();
        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 302})
    void saysThatBackstageDoesNotSay(int status) {
        backstage.faults().set(Fault.failing(status).on("/api/catalog"));

        jane.asks()
                .get(PATH)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("service-unavailable"));

        assertThat(neighbours.workspaceService().seen()).isEmpty();
    }

    @Test
    void remembersNoOutage() {
        backstage.faults().set(Fault.resetting().on("/api/catalog"));
        jane.asks().get(PATH).then().statusCode(503);

        backstage.faults().clear();

        jane.asks().get(PATH).then().statusCode(200);
    }

    @Test
    void passesOnThatBackstageDoesNotTakeTheToken() {
        backstage.faults().set(Fault.failing(401).on("/api/catalog"));

        jane.asks().get(PATH).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/entities/component/default/a%20b",
                "/v1/entities/comp:x/default/shop",
                "/v1/entities/component/default/..shop"
            })
    void knowsThatThereIsNoEntityOfAnImpossibleName(String path) {
        jane.asks()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("entity-not-found"));

        assertThat(backstage.requests().count("GET /api/catalog")).isZero();
    }
}
