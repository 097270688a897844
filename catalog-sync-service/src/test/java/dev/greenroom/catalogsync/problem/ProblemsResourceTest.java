package dev.greenroom.catalogsync.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.poll.TestPasses;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.StagingBackstage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees which entities that can't be used, after passes over a catalog that has some. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class ProblemsResourceTest {
    private static final String JANE = "user:default/jane";
    private static final String JOHN = "user:default/john";

    @Inject
    TestPasses passes;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    StagingBackstage staging;
    private TestCatalog catalog;

    private final String ofJane = TestCatalog.newName("of-jane");
    private final String ofJohn = TestCatalog.newName("of-john");

    @BeforeEach
    void readACatalogWithTwoBrokenEntities() {
        catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
        catalog.component(ofJane, "{templateName: [a]}", JANE);
        catalog.component(ofJohn, "broken", JOHN);
        catalog.component(TestCatalog.newName("sound"), "{}", JANE);
        passes.run();
    }

    @Test
    void tellsAnOwnerWhatIsWrongAndSinceWhen() {
        var problems = problems(JANE).statusCode(200);

        problems.body("items", hasSize(1))
                .body("items[0].entityRef", equalTo("component:default/" + ofJane))
                .body("items[0].reasons[0].path", equalTo("spec.coder.templateName"))
                .body("items[0].reasons[0].code", equalTo("INVALID_VALUE"))
                .body("items[0].reasons[0].message", containsString("spec.coder.templateName"))
                .body("$", not(hasKey("nextCursor")));
        assertThat(Instant.parse(problems.extract().path("items[0].since")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void tellsAnAdminOfEverybodysEntities() {
        assertThat(refs(problems(CatalogSyncProfile.ADMIN)))
                .containsExactly("component:default/" + ofJane, "component:default/" + ofJohn);
    }

    @Test
    void tellsNobodyElseOfThem() {
        problems("user:default/nobody").statusCode(200).body("items", empty());
    }

    @Test
    void takesUsersOfAnotherEnvironmentForOwnersAndAdminsOfNothing() {
        for (var ref : List.of(JANE, CatalogSyncProfile.ADMIN)) {
            problems(staging.tokenFor(ref).mint(), Map.of()).statusCode(200).body("items", empty());
        }
    }

    @Test
    void tellsTheMembersOfTheGroupThatOwnsIt() {
        var team = TestCatalog.newName("team");
        var member = TestCatalog.newName("member");
        var name = TestCatalog.newName("of-team");
        catalog.group(team);
        catalog.user(member, team);
        catalog.component(name, "broken", "group:default/" + team);

        passes.run();

        assertThat(refs(problems("user:default/" + member))).containsExactly("component:default/" + name);
    }

    @Test
    void forgetsAnEntityThatWasMendedAndKeepsSinceWhenTheOtherIsBroken() {
        var since = problems(JOHN).extract().<String>path("items[0].since");
        catalog.component(ofJane, "{}", JANE);
        catalog.component(ofJohn, "[broken, otherwise]", JOHN);

        passes.run();

        problems(JANE).body("items", empty());
        problems(JOHN).body("items", hasSize(1)).body("items[0].since", equalTo(since));
    }

    @Test
    void tellsOfAnEntityThatWasInvalidBeforeProblemsWereKept() {
        database.execute("delete from catalog_problem");
        // As the migration does it.
        database.execute("update catalog_entity set content_hash = '' where state = 'INVALID'");
        // With an update comes a restart, and so another epoch.
        database.execute("update catalog_lease set epoch = epoch + 1, until = now() - interval '1 second'");
        passes.run();

        assertThat(refs(problems(JANE))).hasSize(1);
    }

    @Test
    void followsTheOwner() {
        catalog.component(ofJane, "{templateName: [a]}", JOHN);

        passes.run();

        problems(JANE).body("items", empty());
        assertThat(refs(problems(JOHN))).hasSize(2);
    }

    @Test
    void answersInPages() {
        IntStream.range(0, 5).forEach(i -> catalog.component(ofJane + "-" + i, "broken", JANE));
        passes.run();
        var found = new ArrayList<String>();

        String cursor = null;
        do {
            var page = problems(
                    backstage.tokenFor(JANE).mint(),
                    cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor));
            found.addAll(refs(page));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null && found.size() < 20);

        assertThat(found).hasSize(6).doesNotHaveDuplicates().isSorted();
        problems(backstage.tokenFor(JANE).mint(), Map.of("limit", 6)).body("$", not(hasKey("nextCursor")));
        problems(backstage.tokenFor(JANE).mint(), Map.of("cursor", "zzz:z/z")).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, -1",
        "limit, 501",
        "limit, ten",
        "limit, 99999999999",
        "cursor, pay",
        "cursor, a:b/c d"
    })
    void refusesParametersThatItDoesNotUnderstand(String name, String value) {
        problems(backstage.tokenFor(JANE).mint(), Map.of(name, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("detail", containsString(name));
    }

    @Test
    void answersNobodyWithoutAUsersToken() {
        given().get("/v1/catalog/problems").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private ValidatableResponse problems(String user) {
        return problems(backstage.tokenFor(user).mint(), Map.of());
    }

    private static ValidatableResponse problems(String token, Map<String, ?> parameters) {
        return given().auth()
                .oauth2(token)
                .queryParams(parameters)
                .get("/v1/catalog/problems")
                .then();
    }

    private static List<String> refs(ValidatableResponse problems) {
        return problems.statusCode(200).extract().path("items.entityRef");
    }
}
