package dev.greenroom.catalogsync.hint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.tokens.TokenDraft;
import dev.greenroom.standins.backstage.tokens.TokenType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say that something changed in the catalog, and what they may say. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class RefreshResourceTest {
    private static final String REFRESH = "/v1/catalog/refresh";
    private static final String PAY = "component:default/pay";
    private static final String BODY = "{\"entityRefs\": [\"%s\"]}".formatted(PAY);
    private static final String CATALOG_SYNC = "catalog-sync-service";

    @Inject
    HintStore hints;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    StagingBackstage staging;
    ServicesIssuer issuer;

    @BeforeEach
    void forget() {
        database.forget();
    }

    @Test
    void takesAServicesWord() {
        send(service().mint(), BODY).statusCode(202).body(emptyString());

        assertThat(waiting()).containsExactly(PAY);
    }

    @Test
    void takesAnAdminsWord() {
        send(admin(), BODY).statusCode(202).body(emptyString());

        assertThat(waiting()).containsExactly(PAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"entityRefs\": null}"})
    void takesTheWholeCatalogWhereNoEntityIsNamed(String body) {
        send(service().mint(), body).statusCode(202);

        assertThat(waiting()).containsExactly("*");
    }

    @Test
    void readsReferencesInWhicheverCase() {
        send(service().mint(), "{\"entityRefs\": [\"Component:Default/Pay\", \"component:default/pay\"]}")
                .statusCode(202);

        assertThat(waiting()).containsExactly(PAY);
    }

    @Test
    void takes500ReferencesAsLongAsTheyGet() {
        var longest = "a".repeat(250);
        var refs = IntStream.range(100, 600)
                .mapToObj(i -> "%s%d:%s%d/%s%d".formatted(longest, i, longest, i, longest, i))
                .toList();

        send(service().mint(), Map.of("entityRefs", refs)).statusCode(202);

        assertThat(waiting()).hasSize(500);
    }

    @TestFactory
    Stream<DynamicTest> refusesAUserWhoIsNoAdmin() {
        return Map.of(
                        "somebody", backstage.tokenFor("user:default/jane"),
                        "of the admin's name, of another environment", staging.tokenFor(CatalogSyncProfile.ADMIN),
                        "of the admin's name, in another namespace", backstage.tokenFor("user:guests/an-admin"))
                .entrySet()
                .stream()
                .map(user -> dynamicTest(user.getKey(), () -> refused(403, "forbidden", user.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> refusesATokenThatIs() {
        var admin = CatalogSyncProfile.ADMIN;
        return Map.of(
                        "a service's with a user's subject", service().subject(admin),
                        "a service's for another service", issuer.tokenFor("gateway", "auth-service"),
                        "a service's for Backstage's users", issuer.tokenFor("gateway", "backstage"),
                        "a service's of a user's type", service().typ(TokenType.USER),
                        "a service's that Backstage has signed",
                                backstage.tokenFor("gateway").typ("at+jwt").audience(CATALOG_SYNC),
                        "an admin's that the services' issuer has signed",
                                issuer.standIn().tokenFor(admin).issuer(backstage.url() + "/api/auth"),
                        "a limited one", backstage.tokenFor(admin).typ(TokenType.LIMITED_USER),
                        "a plugin's",
                                backstage
                                        .tokenFor("catalog")
                                        .typ(TokenType.PLUGIN)
                                        .audience("catalog"),
                        "an admin's for a service", backstage.tokenFor(admin).audience(CATALOG_SYNC),
                        "expired", service().expiredBy(Duration.ofHours(1)))
                .entrySet()
                .stream()
                .map(bad -> dynamicTest(bad.getKey(), () -> refused(401, "unauthenticated", bad.getValue())));
    }

    @Test
    void refusesWhoBringsNoToken() {
        given().contentType("application/json")
                .body(BODY)
                .post(REFRESH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/catalog", "/v1/catalog/problems"})
    void letsServicesReadNothing(String path) {
        given().auth().oauth2(service().mint()).get(path).then().statusCode(401);
    }

    @Test
    void letsNoServiceConfirmWithdrawals() {
        given().auth()
                .oauth2(service().mint())
                .contentType("application/json")
                .body("{\"upTo\": 100}")
                .post("/v1/catalog/withdrawals")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"entityRefs\": []}                         | entityRefs    | must be 1 to 500 entity references",
                "{\"entityRefs\": [\"component:default/a\", \"pay\"]} | entityRefs[1] | not a valid string",
                "{\"entityRefs\": [null]}                     | entityRefs[0] | must be a full entity reference",
                "{\"entityRefs\": [{}]}                       | entityRefs[0] | not a valid string",
                "{\"entityRefs\": [7]}                        | entityRefs[0] | must be a string",
                "{\"entityRefs\": \"component:default/pay\"}  | entityRefs    | must be a list",
                "{\"entityRef\": \"component:default/pay\"}   | entityRef     | unknown property",
                "{\"entityRefs\": [\"component:default/a b\"]} | entityRefs[0] | not a valid string",
                "[]                                          | ''            | must be an object",
                "null                                        | ''            | must be given",
                "{\"entityRefs\":                             | ''            | not valid JSON"
            })
    void saysWhereABodyIsWrong(String body, String field, String message) {
        send(service().mint(), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("violations[0].message", containsString(message))
                .body("violations[0].field", field.isEmpty() ? not(containsString("entity")) : containsString(field))
                .body(not(containsString("pay")));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void refusesMoreThan500References() {
        send(service().mint(), Map.of("entityRefs", Collections.nCopies(501, PAY)))
                .statusCode(400)
                .body("violations[0].message", equalTo("must be 1 to 500 entity references"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        send(service().mint(), Map.of("entityRefs", Collections.nCopies(20_000, PAY)))
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    private void refused(int status, String code, TokenDraft token) {
        send(token.mint(), BODY)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        assertThat(waiting()).isEmpty();
    }

    private TokenDraft service() {
        return issuer.tokenFor("backstage-catalog-hints", CATALOG_SYNC);
    }

    private String admin() {
        return backstage.tokenFor(CatalogSyncProfile.ADMIN).mint();
    }

    private static ValidatableResponse send(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(REFRESH)
                .then();
    }

    private List<String> waiting() {
        return hints.next(1_000).stream()
                .map(hint -> switch (hint) {
                    case Hint.OfEntity(var _, EntityRef ref) -> ref.toString();
                    case Hint.OfWholeCatalog _ -> "*";
                })
                .toList();
    }
}
