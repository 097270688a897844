package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an entity looks like, and who may see it. */
interface EntityContract extends BackstageUnderTest {
    @Test
    default void addsToAnEntityWhatTheCatalogKnows() {
        var entity = get(TICKETING).body();

        assertThat(entity.at("/metadata/namespace").asText()).isEqualTo("default");
        assertThat(entity.at("/metadata/uid").asText()).hasSize(36);
        assertThat(entity.at("/metadata/etag").asText()).matches("[0-9a-f]{40}");
        var annotations = entity.at("/metadata/annotations");
        assertThat(annotations.path("backstage.io/managed-by-location").asText())
                .isEqualTo("file:" + files().folder().resolve("sales/catalog-info.yaml"));
        assertThat(annotations.path("backstage.io/source-location").asText())
                .isEqualTo("url:https://github.com/lantern-tickets/ticketing");
        assertThat(entity.path("relations")).isEqualTo(BackstageUnderTest.json("""
                [{"type": "ownedBy", "targetRef": "group:default/box-office"},
                 {"type": "partOf", "targetRef": "system:default/sales"}]"""));
    }

    @Test
    default void showsARelationAtItsOtherEndToo() {
        var group = get(BY_NAME + "group/default/box-office").body();

        assertThat(group.path("relations"))
                .contains(
                        BackstageUnderTest.json("{\"type\": \"hasMember\", \"targetRef\": \"user:default/jane\"}"),
                        BackstageUnderTest.json(
                                "{\"type\": \"ownerOf\", \"targetRef\": \"component:default/ticketing\"}"),
                        BackstageUnderTest.json("{\"type\": \"ownerOf\", \"targetRef\": \"system:default/sales\"}"));
    }

    @Test
    default void readsWordsAsYaml12Does() {
        var words = get(BY_NAME + "component/default/words").body();

        assertThat(words.at("/spec/coder/params")).isEqualTo(BackstageUnderTest.json("""
                {"again": {"region": "eu"}, "answer": "yes", "quoted": "true", "flag": true, "day": "2026-11-24",
                 "whole": 1, "half": 0.5, "big": 1000, "nothing": null, "empty": null, "time": "12:30"}"""));
    }

    @Test
    default void leavesNullInTheirPlaceForReferencesThatNobodyHas() {
        var refs = List.of("component:default/nobody", "Component:Default/Ticketing", "ticketing");

        var found = post(BY_REFS, Map.of("entityRefs", refs, "fields", List.of("metadata.name")));

        assertThat(found.body())
                .isEqualTo(BackstageUnderTest.json(
                        "{\"items\": [null, {\"metadata\": {\"name\": \"ticketing\"}}, null]}"));
    }

    @Test
    default void leavesNullInThePlaceOfWhatFitsNoneOfTheFilters() {
        var refs = List.of("component:default/ticketing", "group:default/box-office", "component:default/nobody");
        var question = Map.of("entityRefs", refs, "fields", List.of("metadata.name"));

        var components = post(BY_REFS + "?filter=kind=component,spec.type=service", question);
        var groupsAsWell = post(BY_REFS + "?filter=kind=component&filter=kind=group", question);
        var libraries = post(BY_REFS + "?filter=kind=component,spec.type=library", question);

        assertThat(components.body())
                .isEqualTo(BackstageUnderTest.json(
                        "{\"items\": [{\"metadata\": {\"name\": \"ticketing\"}}, null, null]}"));
        assertThat(groupsAsWell.body()).isEqualTo(BackstageUnderTest.json("""
                {"items": [{"metadata": {"name": "ticketing"}}, {"metadata": {"name": "box-office"}}, null]}"""));
        assertThat(libraries.body()).isEqualTo(BackstageUnderTest.json("{\"items\": [null, null, null]}"));
    }

    @Test
    default void refusesMoreReferencesThanABodyMayHave() {
        var refs = IntStream.range(0, 5_000)
                .mapToObj(i -> "component:default/number-" + i)
                .toList();

        var refused = post(BY_REFS, Map.of("entityRefs", refs));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InputError: request entity too large");
    }

    @Test
    default void hidesAnEntityFromOneUserOnly() {
        var secret = BY_NAME + "component/default/secret";
        var johns = tokenOf(JOHN);

        assertThat(http().get(johns, secret).status()).isEqualTo(404);
        assertThat(http().get(johns, BY_QUERY + "filter=kind=component&limit=100")
                        .names())
                .contains("ticketing")
                .doesNotContain("secret");
        assertThat(http().post(johns, BY_REFS, Map.of("entityRefs", List.of(HIDDEN)))
                        .body())
                .isEqualTo(BackstageUnderTest.json("{\"items\": [null]}"));
        assertThat(http().get(tokenOf(JANE), secret).status()).isEqualTo(200);
        assertThat(get(secret).status()).isEqualTo(200);
    }
}
