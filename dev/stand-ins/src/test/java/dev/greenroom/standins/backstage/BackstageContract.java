package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Backstage and the stand-in have in common, beyond what the recordings show. */
abstract class BackstageContract {
    static final String HIDDEN = "component:default/secret";
    static final String JOHN = "user:default/john";
    private static final String JANE = "user:default/jane";
    private static final String TICKETING = "/api/catalog/entities/by-name/component/default/ticketing";
    private static final String QUERY = "/api/catalog/entities/by-query?";
    private static final String REFS = "/api/catalog/entities/by-refs";
    /** A real Backstage clears what no file has any more twice a minute. */
    private static final Duration SLOWEST = Duration.ofSeconds(75);

    private static final ObjectMapper JSON = new ObjectMapper();

    abstract BackstageHttp http();

    abstract CatalogFiles files();

    abstract String staticToken();

    abstract String tokenOf(String userRef);

    static void writeCatalog(Path folder) {
        try (var stream = BackstageContract.class.getResourceAsStream("/backstage/contract/catalog-info.yaml")) {
            new CatalogFiles(folder)
                    .write("sales/catalog-info.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void addsToAnEntityWhatTheCatalogKnows() {
        var entity = get(TICKETING).body();

        assertThat(entity.at("/metadata/namespace").asText()).isEqualTo("default");
        assertThat(entity.at("/metadata/uid").asText()).hasSize(36);
        assertThat(entity.at("/metadata/etag").asText()).matches("[0-9a-f]{40}");
        var annotations = entity.at("/metadata/annotations");
        assertThat(annotations.path("backstage.io/managed-by-location").asText())
                .isEqualTo("file:" + files().folder().resolve("sales/catalog-info.yaml"));
        assertThat(annotations.path("backstage.io/source-location").asText())
                .isEqualTo("url:https://github.com/lantern-tickets/ticketing");
        assertThat(entity.path("relations")).isEqualTo(json("""
                [{"type": "ownedBy", "targetRef": "group:default/box-office"},
                 {"type": "partOf", "targetRef": "system:default/sales"}]"""));
    }

    @Test
    void showsARelationAtItsOtherEndToo() {
        var group =
                get("/api/catalog/entities/by-name/group/default/box-office").body();

        assertThat(group.path("relations"))
                .contains(
                        json("{\"type\": \"hasMember\", \"targetRef\": \"user:default/jane\"}"),
                        json("{\"type\": \"ownerOf\", \"targetRef\": \"component:default/ticketing\"}"),
                        json("{\"type\": \"ownerOf\", \"targetRef\": \"system:default/sales\"}"));
    }

    @Test
    void readsWordsAsYaml12Does() {
        var words = get("/api/catalog/entities/by-name/component/default/words").body();

        assertThat(words.at("/spec/coder/params")).isEqualTo(json("""
                {"again": {"region": "eu"}, "answer": "yes", "quoted": "true", "flag": true, "day": "2026-11-24",
                 "whole": 1, "half": 0.5, "big": 1000, "nothing": null, "empty": null, "time": "12:30"}"""));
    }

    @Test
    void readsPagesWithoutLosingOrRepeatingAnEntity() {
        var found = new ArrayList<String>();
        var page = get(QUERY + "filter=kind=component&limit=2&fields=metadata.name");
        var first = page.names();
        while (true) {
            found.addAll(page.names());
            var next = page.body().at("/pageInfo/nextCursor").asText();
            if (next.isEmpty()) {
                break;
            }
            page = get(QUERY + "limit=2&fields=metadata.name&cursor=" + next);
            var previous = page.body().at("/pageInfo/prevCursor").asText();
            assertThat(get(QUERY + "limit=2&fields=metadata.name&cursor=" + previous)
                            .names())
                    .isEqualTo(found.subList(found.size() - 2, found.size()));
        }

        assertThat(found).startsWith(first.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(found).containsExactlyInAnyOrderElementsOf(components());
    }

    @Test
    void forgetsTheFieldsOfAPageInItsCursor() {
        var cursor = get(QUERY + "filter=kind=component&limit=1&fields=metadata.name")
                .body()
                .at("/pageInfo/nextCursor")
                .asText();

        var second = get(QUERY + "cursor=" + cursor).body();

        assertThat(second.path("items")).hasSize(components().size() - 1);
        assertThat(second.at("/items/0/spec/type").asText()).isEqualTo("service");
    }

    @Test
    void leavesOutWhatLacksTheFieldToOrderBy() {
        var names = get(QUERY + "filter=kind=component&orderField=spec.coder.mode,desc&fields=metadata.name");

        assertThat(names.names()).containsExactly("pricing", "ticketing");
        assertThat(names.body().path("totalItems").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    filter=kind=component,spec.coder.templateName=DevContainers | ticketing
                    filter=spec.coder.templateName&filter=spec.coder.mode       | pricing,ticketing
                    filter=spec.coder                                           | payouts
                    filter=kind=user,kind=group                                 | box-office,jane,john
                    filter=metadata.tags=java                                   | ticketing
                    filter=metadata.tags.sales                                  | ticketing
                    filter=relations.ownedby=user:default/jane                  | pricing
                    filter=metadata.name=nobody                                 |
                    """)
    void filtersByLeafKeysInAnyCase(String filter, String names) {
        var found = get(QUERY + "orderField=metadata.name&fields=metadata.name&" + filter);

        assertThat(String.join(",", found.names())).isEqualTo(names == null ? "" : names);
    }

    @Test
    void leavesNullInTheirPlaceForReferencesThatNobodyHas() {
        var refs = List.of("component:default/nobody", "Component:Default/Ticketing", "ticketing");

        var found = post(REFS, Map.of("entityRefs", refs, "fields", List.of("metadata.name")));

        assertThat(found.body())
                .isEqualTo(json("{\"items\": [null, {\"metadata\": {\"name\": \"ticketing\"}}, null]}"));
    }

    @Test
    void refusesMoreReferencesThanABodyMayHave() {
        var refs = IntStream.range(0, 5_000)
                .mapToObj(i -> "component:default/number-" + i)
                .toList();

        var refused = post(REFS, Map.of("entityRefs", refs));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InputError: request entity too large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    by-query?limit=-1        | request/query/limit must be >= 0
                    by-query?limit=many      | request/query/limit must be integer
                    by-query?filter=         | Empty value found for query parameter 'filter'
                    by-query?order=asc:kind  | Unknown query parameter 'order'
                    by-query?orderField=a,up | Invalid order field order, must be asc or desc
                    by-query?fields=a%5B0%5D | Invalid field "a[0]", array type fields are not supported
                    by-query?totalItems=no   | request/query/totalItems must be equal to one of the allowed values: include, exclude
                    ?limit=0                 | Invalid limit, must be greater than zero
                    ?after=abc               | Malformed after cursor, could not be parsed
                    ?order=kind              | Invalid order parameter "kind", expected "<asc or desc>:<field name>"
                    """)
    void saysWhatIsWrongWithAQuestion(String question, String message) {
        var path = question.startsWith("?") ? question : "/" + question;

        var refused = get("/api/catalog/entities" + path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InputError: " + message);
        assertThat(refused.body().at("/request/url").asText()).isEqualTo("/entities" + path);
    }

    @Test
    void hidesAnEntityFromOneUserOnly() {
        var secret = "/api/catalog/entities/by-name/component/default/secret";
        var johns = tokenOf(JOHN);

        assertThat(http().get(johns, secret).status()).isEqualTo(404);
        assertThat(http().get(johns, QUERY + "filter=kind=component&limit=100").names())
                .contains("ticketing")
                .doesNotContain("secret");
        assertThat(http().post(johns, REFS, Map.of("entityRefs", List.of(HIDDEN)))
                        .body())
                .isEqualTo(json("{\"items\": [null]}"));
        assertThat(http().get(tokenOf(JANE), secret).status()).isEqualTo(200);
        assertThat(get(secret).status()).isEqualTo(200);
    }

    @Test
    void saysWhyATokenIsRefused() {
        var token = tokenOf(JANE);

        assertThat(http().get("", TICKETING).error()).isEqualTo("AuthenticationError: Missing credentials");
        assertThat(http().get("nonsense", TICKETING).error()).isEqualTo("AuthenticationError: Illegal token");
        assertThat(http().get(tampered(token), TICKETING).error())
                .isEqualTo("AuthenticationError: Failed user token verification");
        assertThat(http().get(limited(token), TICKETING).error())
                .isEqualTo("AuthenticationError: Illegal limited user token");
        assertThat(http().get(token, TICKETING).status()).isEqualTo(200);
    }

    @Test
    void tellsAUsersGroupsToTheHolderOfTheirTokenEvenOfALimitedOne() {
        var userinfo = "/api/auth/v1/userinfo";
        var token = tokenOf(JANE);
        var jane = json("""
                {"claims": {"sub": "user:default/jane", "ent": ["user:default/jane", "group:default/box-office"]}}""");

        assertThat(http().get(token, userinfo).body()).isEqualTo(jane);
        assertThat(http().get(limited(token), userinfo).body()).isEqualTo(jane);
        assertThat(http().get("", userinfo).error()).isEqualTo("AuthenticationError: No token provided");
        assertThat(get(userinfo).error())
                .isEqualTo("NotAllowedError: This token's access is restricted to plugin(s) 'catalog'");
    }

    @Test
    void signsUsersTokensByAPublishedKeyForAnHour() {
        var parts = tokenOf(JANE).split("\\.");

        var header = decoded(parts[0]);
        var claims = decoded(parts[1]);

        assertThat(header.path("typ").asText()).isEqualTo("vnd.backstage.user");
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(http().get("", "/api/auth/.well-known/jwks.json").body().findValuesAsText("kid"))
                .contains(header.path("kid").asText());
        assertThat(claims.properties())
                .extracting(Map.Entry::getKey)
                .containsOnly("iss", "sub", "aud", "iat", "exp", "uip");
        assertThat(claims.path("iss").asText()).isEqualTo(http().url() + "/api/auth");
        assertThat(claims.path("aud").asText()).isEqualTo("backstage");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    }

    @Test
    void keepsTheUidOfAnEntityThatChangesAndGivesAnotherAfterItWasGone() {
        files().write("shop.yaml", component("shop", "First"));
        var first = awaitComponent("shop", "First");
        files().write("shop.yaml", component("shop", "Second"));
        var second = awaitComponent("shop", "Second");
        files().delete("shop.yaml");
        await().atMost(SLOWEST).until(() -> component("shop").status() == 404);
        files().write("shop.yaml", component("shop", "Second"));
        var third = awaitComponent("shop", "Second");
        files().delete("shop.yaml");

        assertThat(second.path("uid")).isEqualTo(first.path("uid"));
        assertThat(second.path("etag")).isNotEqualTo(first.path("etag"));
        assertThat(third.path("uid")).isNotEqualTo(first.path("uid"));
    }

    @Test
    void keepsWhatABrokenFileHad() {
        files().write("cellar.yaml", component("cellar", "Sound"));
        awaitComponent("cellar", "Sound");

        files().write("cellar.yaml", ": : [broken");

        await().atMost(SLOWEST).until(this::somethingIsUnreadable);
        assertThat(component("cellar").body().at("/metadata/description").asText())
                .isEqualTo("Sound");
        // Where one location covers all files, as the real one's does, a broken one holds the others up.
        files().delete("cellar.yaml");
        await().atMost(SLOWEST).until(() -> !somethingIsUnreadable());
    }

    private boolean somethingIsUnreadable() {
        return get(QUERY + "filter=kind=location").body().findValuesAsText("message").stream()
                .anyMatch(message -> message.contains("YAML error at file:"));
    }

    @Test
    void losesASoundEntityToAnAuthorsBrokenName() {
        files().write("door.yaml", component("door", "Sound"));
        awaitComponent("door", "Sound");
        files().write("door.yaml", component("door to the hall", "Renamed"));

        await().atMost(SLOWEST).until(() -> component("door").status() == 404);
    }

    @Test
    void showsWhatWasSoundWhereAnEditIsRefused() {
        files().write("gate.yaml", component("gate", "Sound"));
        awaitComponent("gate", "Sound");
        files().write("gate.yaml", component("gate", "Ownerless").replace("owner: box-office", "owner: ''"));

        await().atMost(SLOWEST).until(() -> component("gate").body().has("status"));

        var gate = component("gate").body();
        assertThat(gate.at("/metadata/description").asText()).isEqualTo("Sound");
        assertThat(gate.at("/status/items/0/level").asText()).isEqualTo("error");
        assertThat(gate.at("/status/items/0/type").asText()).isEqualTo("backstage.io/catalog-processing");
    }

    private List<String> components() {
        return get(QUERY + "filter=kind=component&limit=100&fields=metadata.name")
                .names();
    }

    private JsonNode awaitComponent(String name, String description) {
        await().atMost(SLOWEST)
                .until(() -> component(name)
                        .body()
                        .at("/metadata/description")
                        .asText()
                        .equals(description));
        return component(name).body().path("metadata");
    }

    private BackstageHttp.Answer component(String name) {
        return get("/api/catalog/entities/by-name/component/default/" + name);
    }

    private static String component(String name, String description) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  description: %s
                spec:
                  type: service
                  lifecycle: production
                  owner: box-office
                """.formatted(name, description);
    }

    private BackstageHttp.Answer get(String path) {
        return http().get(staticToken(), path);
    }

    private BackstageHttp.Answer post(String path, Object body) {
        return http().post(staticToken(), path, body);
    }

    private static String tampered(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }

    /** The cookie's token, which anybody can make of a user's token by its identity proof. */
    private static String limited(String token) {
        var parts = token.split("\\.");
        var header = decoded(parts[0]);
        var claims = decoded(parts[1]);
        var limitedHeader =
                "{\"typ\":\"vnd.backstage.limited-user\",\"alg\":\"ES256\",\"kid\":%s}".formatted(header.get("kid"));
        var limitedClaims =
                "{\"sub\":%s,\"iat\":%s,\"exp\":%s}".formatted(claims.get("sub"), claims.get("iat"), claims.get("exp"));
        return encoded(limitedHeader) + "." + encoded(limitedClaims) + "."
                + claims.path("uip").asText();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode decoded(String part) {
        return json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
