package dev.greenroom.gateway.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.gateway.operations.OperationIds;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.Fault;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A workspace has the names of all entities of its repository; its owner sees those that Backstage shows them. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StagingBackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class HideEntitiesTest {
    private static final String WORKSPACES = "/v1/workspaces";
    private static final String SHOP = "component:default/shop";
    private static final String SECRET = "component:default/secret";
    private static final String OF_BOTH =
            "{\"name\": \"shop\", \"entityRefs\": [\"component:default/shop\", \"component:default/secret\"]}";
    private static final String LIST = "{\"items\": [" + OF_BOTH + "," + OF_BOTH + "]}";

    @Inject
    OperationIds ids;

    BackstageStandIn backstage;
    StagingBackstage staging;
    Neighbours neighbours;

    private TestUser jane;

    @BeforeEach
    void aRepositoryOfTwoEntities() {
        Stream.of("shop", "secret").forEach(name -> backstage.files().write(name + ".yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s}
                spec: {type: service, lifecycle: production, owner: guests}
                """.formatted(name)));
        neighbours.reset();
        neighbours.workspaceService().answer(200, LIST);
        jane = TestUser.another(backstage);
        backstage.requests().clear();
    }

    @AfterEach
    void soundAgain() {
        backstage.faults().clear();
        backstage.denials().clear();
    }

    @Test
    void leavesTheNameOfAHiddenEntityOutOfTheList() {
        backstage.denials().deny(jane.ref(), SECRET);

        jane.asks()
                .get(WORKSPACES)
                .then()
                .statusCode(200)
                .body("items.name", contains("shop", "shop"))
                .body("items[0].entityRefs", contains(SHOP))
                .body("items[1].entityRefs", contains(SHOP));
    }

    @Test
    void leavesItOutOfWhatIsSaidOfAnotherEntity() {
        backstage.denials().deny(jane.ref(), SECRET);
        neighbours.workspaceService().answer(200, "{\"entityRef\": \"x\", \"workspaces\": [" + OF_BOTH + "]}");

        jane.asks()
                .get("/v1/entities/component/default/shop")
                .then()
                .statusCode(200)
                .body("workspaces[0].entityRefs", contains(SHOP));
    }

    @Test
    void leavesItOutOfAnOperationButForTheEntityThatWasAskedFor() {
        backstage.denials().deny(jane.ref(), SECRET);
        neighbours
                .workspaceService()
                .answer(200, "{\"entityRef\": \"" + SECRET + "\", \"workspace\": " + OF_BOTH + "}");

        jane.asks()
                .get("/v1/operations/" + ids.fresh(UserRef.parse(jane.ref())))
                .then()
                .statusCode(200)
                .body("entityRef", equalTo(SECRET))
                .body("workspace.entityRefs", contains(SHOP));
    }

    @Test
    void asksOnceForAllNamesAndRemembersThem() {
        for (int look = 0; look < 3; look++) {
            jane.asks().get(WORKSPACES).then().statusCode(200).body("items[1].entityRefs", contains(SHOP, SECRET));
        }

        assertThat(catalogRequests()).containsExactly("POST /api/catalog/entities/by-refs");
    }

    @Test
    void asksNothingForAListWithoutNames() {
        neighbours.workspaceService().answer(200, "{\"items\": [{\"name\": \"other\", \"entityRefs\": []}]}");

        jane.asks().get(WORKSPACES).then().statusCode(200).body("items[0].entityRefs", empty());

        assertThat(catalogRequests()).isEmpty();
    }

    @Test
    void doesNotTakeOneUsersAnswerForAnothers() {
        var otto = TestUser.another(backstage);
        backstage.denials().deny(otto.ref(), SECRET);

        jane.asks().get(WORKSPACES).then().body("items[0].entityRefs", contains(SHOP, SECRET));
        otto.asks().get(WORKSPACES).then().body("items[0].entityRefs", contains(SHOP));
    }

    @Test
    void leavesAllNamesOutForAUserOfAnotherEnvironmentAndAsksNobody() {
        TestUser.twinOf(jane, staging)
                .asks()
                .get(WORKSPACES)
                .then()
                .statusCode(200)
                .body("items.name", contains("shop", "shop"))
                .body("items[0].entityRefs", empty());

        assertThat(catalogRequests()).isEmpty();
    }

    static Stream<Fault> outages() {
        return Stream.of(Fault.failing(500), Fault.failing(429), Fault.resetting(), Fault.slow(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void showsTheListWithoutTheNamesOfWhichBackstageDoesNotSayAnything(Fault outage) {
        neighbours.workspaceService().answer(200, "{}");
        jane.asks().get("/v1/entities/component/default/shop").then().statusCode(200);
        neighbours.workspaceService().answer(200, LIST);
        backstage.faults().set(outage.on("/api/catalog"));

        jane.asks()
                .get(WORKSPACES)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].entityRefs", contains(SHOP));

        backstage.faults().clear();
        jane.asks().get(WORKSPACES).then().body("items[0].entityRefs", contains(SHOP, SECRET));
    }

    @Test
    void showsTheListWhereBackstageIsAway() {
        backstage.stop();
        try {
            jane.asks().get(WORKSPACES).then().statusCode(200).body("items[0].entityRefs", empty());
        } finally {
            backstage.startAgain();
        }
    }

    private Stream<String> catalogRequests() {
        return backstage.requests().all().stream().filter(request -> request.contains("/api/catalog"));
    }
}
