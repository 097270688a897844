package dev.greenroom.catalogsync.confirmation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.poll.TestPasses;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin looks at before confirming that it is meant to be gone. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class MissingEntitiesTest {
    @Inject
    TestPasses passes;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    private TestCatalog catalog;

    private final String team = TestCatalog.newName("team");
    private final String gone = TestCatalog.newName("gone");
    private final String there = TestCatalog.newName("there");

    @BeforeEach
    void readACatalogWithAGroupAndTwoEntities() {
        catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
        catalog.group(team);
        catalog.component(gone, "{}", "group:default/" + team);
        catalog.component(there, "{}");
        passes.run();
    }

    @AfterEach
    void leaveBackstageWell() {
        backstage.faults().clear();
    }

    @Test
    void namesEntitiesAndOwningGroupsThatAPassHasMissedAndSinceWhen() {
        catalog.delete(gone);
        catalog.deleteGroup(team);

        passes.run();

        assertThat(refs(missing(Map.of()))).containsExactly("component:default/" + gone, "group:default/" + team);
        assertThat(Instant.parse(missing(Map.of()).extract().path("items[0].missingSince")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void namesNothingThatThePassesSee() {
        missing(Map.of()).body("items", empty()).body("$", not(hasKey("nextCursor")));
    }

    @Test
    void namesAnEntityNoMoreThatIsBackAsItWas() {
        backstage.faults().set(Fault.leavingOutUids().on("/api/catalog/entities/by-query?filter=kind%3Dcomponent"));
        passes.run();
        assertThat(refs(missing(Map.of()))).containsExactly("component:default/" + gone, "component:default/" + there);

        backstage.faults().clear();
        passes.run();

        missing(Map.of()).body("items", empty());
    }

    @Test
    void namesAnEntityNoMoreThatWasWithdrawn() {
        catalog.delete(gone);
        passes.run();
        database.letTheGraceEnd();

        passes.run();

        missing(Map.of()).body("items", empty());
    }

    @Test
    void comesInPages() {
        catalog.delete(gone);
        catalog.delete(there);
        passes.run();

        var first = missing(Map.of("limit", 1));
        String cursor = first.extract().path("nextCursor");
        var second = missing(Map.of("limit", 1, "cursor", cursor));

        assertThat(refs(first)).containsExactly("component:default/" + gone);
        assertThat(refs(second)).containsExactly("component:default/" + there);
        second.body("$", not(hasKey("nextCursor")));
    }

    @Test
    void isForAdmins() {
        ask(backstage.tokenFor("user:default/jane").mint(), Map.of())
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().get("/v1/catalog/withdrawals").then().statusCode(401);
    }

    private ValidatableResponse missing(Map<String, ?> query) {
        return ask(backstage.tokenFor(CatalogSyncProfile.ADMIN).mint(), query).statusCode(200);
    }

    private static ValidatableResponse ask(String token, Map<String, ?> query) {
        return given().auth()
                .oauth2(token)
                .queryParams(query)
                .get("/v1/catalog/withdrawals")
                .then();
    }

    private static List<String> refs(ValidatableResponse answer) {
        return answer.extract().path("items.entityRef");
    }
}
