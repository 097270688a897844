package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What becomes of an entity whose file changes. */
interface ChangeContract extends BackstageUnderTest {
    /** A real Backstage clears what no file has any more twice a minute. */
    Duration SLOWEST = Duration.ofSeconds(75);

    @Test
    default void keepsTheUidOfAnEntityThatChangesAndGivesAnotherAfterItWasGone() {
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
    default void keepsWhatABrokenFileHad() {
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

    @Test
    default void losesASoundEntityToAnAuthorsBrokenName() {
        files().write("door.yaml", component("door", "Sound"));
        awaitComponent("door", "Sound");
        files().write("door.yaml", component("door to the hall", "Renamed"));

        await().atMost(SLOWEST).until(() -> component("door").status() == 404);
    }

    @Test
    default void showsWhatWasSoundWhereAnEditIsRefused() {
        files().write("gate.yaml", component("gate", "Sound"));
        awaitComponent("gate", "Sound");
        files().write("gate.yaml", component("gate", "Ownerless").replace("owner: box-office", "owner: ''"));

        await().atMost(SLOWEST).until(() -> component("gate").body().has("status"));

        var gate = component("gate").body();
        assertThat(gate.at("/metadata/description").asText()).isEqualTo("Sound");
        assertThat(gate.at("/status/items/0/level").asText()).isEqualTo("error");
        assertThat(gate.at("/status/items/0/type").asText()).isEqualTo("backstage.io/catalog-processing");
    }

    @Test
    default void givesAGroupAnotherEtagForEachOfItsMembersAndChildren() {
        var alone = etagOfTheCrew("", "", "");
        var byTheUser = etagOfTheCrew("", "crew", "", "hasMember user:default/cy");
        var byTheGroup =
                etagOfTheCrew("members: [dee],", "crew", "", "hasMember user:default/cy", "hasMember user:default/dee");
        var byTheGroupBelow = etagOfTheCrew(
                "members: [dee],",
                "crew",
                "parent: crew,",
                "hasMember user:default/cy",
                "hasMember user:default/dee",
                "parentOf group:default/night-crew");
        var aloneAgain = etagOfTheCrew("", "", "");

        assertThat(List.of(alone, byTheUser, byTheGroup, byTheGroupBelow)).doesNotHaveDuplicates();
        assertThat(aloneAgain).isEqualTo(alone);
    }

    private String etagOfTheCrew(String members, String groupsOfCy, String parentOfNightCrew, String... relations) {
        files().write("crew.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: crew}
                spec: {%s type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: cy}
                spec: {memberOf: [%s]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: night-crew}
                spec: {%s type: team, children: []}
                """.formatted(members, groupsOfCy, parentOfNightCrew));
        var shown = BY_NAME + "group/default/crew";
        await().atMost(SLOWEST).until(() -> {
            var crew = get(shown);
            return crew.status() == 200 && relations(crew.body()).equals(Set.of(relations));
        });
        return get(shown).body().at("/metadata/etag").asText();
    }

    private static Set<String> relations(JsonNode entity) {
        return entity.path("relations")
                .valueStream()
                .map(relation -> relation.path("type").asText() + " "
                        + relation.path("targetRef").asText())
                .collect(Collectors.toSet());
    }

    private boolean somethingIsUnreadable() {
        return get(BY_QUERY + "filter=kind=location").body().findValuesAsText("message").stream()
                .anyMatch(message -> message.contains("YAML error at file:"));
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
        return get(BY_NAME + "component/default/" + name);
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
}
