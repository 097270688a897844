package dev.greenroom.benchmarks.catalog.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.quickstart.JsonHttp;
import dev.greenroom.standins.TemporaryFolder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a figure would be wrong by, if the catalog were. */
class LargeBackstageTest {
    private static final int ENTITIES = 1_000;
    private static final int GROUPS = 10;
    private static final Path STATE = TemporaryFolder.create("large-backstage");

    private static LargeBackstage backstage;

    private final JsonHttp http = new JsonHttp();

    @BeforeAll
    static void start() {
        backstage = LargeBackstage.start(STATE, ENTITIES);
    }

    @AfterAll
    static void stop() {
        backstage.close();
        TemporaryFolder.delete(STATE);
    }

    @Test
    void listsEachEntityOnceInTheOrderOfUids() {
        var uids = uids(pages("filter=kind=component,kind=group"));

        assertThat(uids).hasSize(ENTITIES).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keepsTheFilterInTheCursor() {
        assertThat(pages("filter=kind=group"))
                .hasSize(GROUPS)
                .allMatch(it -> it.path("kind").asText().equals("Group"));
    }

    @Test
    void takesFiltersForOneOfThem() {
        var both = "filter=kind=group&filter=" + encoded("kind=component,metadata.namespace=default");

        assertThat(pages(both)).hasSize(ENTITIES);
        assertThat(pages("filter=" + encoded("kind=component,metadata.namespace=other")))
                .isEmpty();
    }

    @Test
    void countsOnRequest() {
        var counted = get("by-query?limit=0&filter=kind=component").body();

        assertThat(counted.path("totalItems").asInt()).isEqualTo(ENTITIES - GROUPS);
        assertThat(counted.path("items")).isEmpty();
        assertThat(get("by-query?limit=0&totalItems=exclude")
                        .body()
                        .path("totalItems")
                        .asInt())
                .isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(get("by-query?orderField=metadata.name,asc").status()).isEqualTo(400);
        assertThat(get("by-query?filter=spec.type=service").status()).isEqualTo(400);
        assertThat(get("by-query?cursor=abc").status()).isEqualTo(400);
    }

    @Test
    void asksForAToken() {
        var uri = backstage.url().resolve("/api/catalog/entities/by-query");

        assertThat(http.get(uri, Map.of()).status()).isEqualTo(401);
        assertThat(http.get(uri, Map.of("Authorization", "Bearer wrong")).status())
                .isEqualTo(401);
    }

    @Test
    void findsEachEntityOfTheListByItsReferenceAsItIsListed() {
        var listed = pages("filter=kind=component,kind=group");
        var refs = listed.stream().map(LargeBackstageTest::ref).toList();

        assertThat(uids(byRefs("", refs))).isEqualTo(uids(listed));
    }

    @Test
    void leavesANullForWhatIsNotThereOrNotWanted() {
        var refs = List.of(
                "component:default/service-" + ENTITIES,
                "component:default/service-0",
                "group:default/team-0",
                "component:default/service-1",
                "service-2");

        assertThat(byRefs("", refs)).extracting(JsonNode::isNull).containsExactly(true, true, false, false, true);
        assertThat(byRefs("?filter=kind=component", refs))
                .extracting(JsonNode::isNull)
                .containsExactly(true, true, true, false, true);
    }

    @Test
    void relatesGroupsToWhatTheyOwn() {
        var found = byRefs("", List.of("component:default/service-150", "group:default/team-101"));

        assertThat(found.getFirst().path("relations").findValuesAsText("targetRef"))
                .containsExactly("group:default/team-101");
        assertThat(found.getLast().path("relations").findValuesAsText("targetRef"))
                .contains("component:default/service-150", "user:default/user-101-0")
                .hasSize(108);
    }

    @Test
    void changesSoManyComponentsAndTheirEtagsAndNoOthers() {
        var before = whole();

        var changed = backstage.changeComponents(7);

        assertThat(changed).hasSize(7);
        assertThat(differing("spec", before)).containsExactlyInAnyOrderElementsOf(changed);
        assertThat(differing("metadata", before)).containsExactlyInAnyOrderElementsOf(changed);
    }

    @Test
    void describesComponentsAnewWithoutAChangeOfWhatTheySayOfCoder() {
        var before = whole();

        backstage.describeComponents(7);

        assertThat(differing("spec", before)).isEmpty();
        assertThat(differing("metadata", before)).hasSize(7);
    }

    @Test
    void changesTheMembersOfAGroupAndNamesWhatItOwns() {
        var before = whole();

        var owned = backstage.changeGroups(1);

        var group = byRefs("", differing("relations", before));
        assertThat(group).hasSize(1);
        assertThat(group.getFirst().path("relations").findValuesAsText("targetRef"))
                .containsAll(owned);
        assertThat(owned).hasSize(100);
    }

    @Test
    void countsTheRequestsToTheCatalogAndKeepsTheirFilters() {
        int before = backstage.requests();

        pages("filter=kind=component&filter=kind=group");

        assertThat(backstage.requests() - before).isEqualTo(10);
        assertThat(backstage.filters()).contains("kind=component", "kind=group");
    }

    private Map<String, JsonNode> whole() {
        var whole = new HashMap<String, JsonNode>();
        pages("filter=kind=component,kind=group").forEach(entity -> whole.put(ref(entity), entity));
        return whole;
    }

    /** The references of those entities of which a part is another by now. */
    private List<String> differing(String part, Map<String, JsonNode> before) {
        return pages("filter=kind=component,kind=group").stream()
                .filter(entity ->
                        !entity.path(part).equals(before.get(ref(entity)).path(part)))
                .map(LargeBackstageTest::ref)
                .toList();
    }

    private List<JsonNode> pages(String filter) {
        var entities = new ArrayList<JsonNode>();
        var page = get("by-query?limit=100&" + filter).body();
        page.path("items").forEach(entities::add);
        while (page.path("pageInfo").has("nextCursor")) {
            var cursor = page.path("pageInfo").path("nextCursor").asText();
            page = get("by-query?limit=100&cursor=" + encoded(cursor)).body();
            page.path("items").forEach(entities::add);
        }
        return entities;
    }

    private List<JsonNode> byRefs(String query, List<String> refs) {
        var uri = backstage.url().resolve("/api/catalog/entities/by-refs" + query);
        var items = new ArrayList<JsonNode>();
        http.send("POST", uri, bearer(), Map.of("entityRefs", refs))
                .body()
                .path("items")
                .forEach(items::add);
        return items;
    }

    private JsonHttp.Answer get(String path) {
        return http.get(backstage.url().resolve("/api/catalog/entities/" + path), bearer());
    }

    private static Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + backstage.token());
    }

    private static List<String> uids(List<JsonNode> entities) {
        return entities.stream()
                .map(entity -> entity.path("metadata").path("uid").asText())
                .toList();
    }

    private static String ref(JsonNode entity) {
        var metadata = entity.path("metadata");
        return entity.path("kind").asText().toLowerCase(Locale.ROOT) + ":"
                + metadata.path("namespace").asText() + "/"
                + metadata.path("name").asText();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
