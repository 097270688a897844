package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Greenroom hears of a catalog's changes from the module {@code backstage/catalog-hints} in a real Backstage. */
@Tag("backstage")
class RealBackstageHintsTest {
    private static final Path CACHE = Path.of("../../.greenroom");
    /** The catalog reads its files each second, and shows what it read within another one; the machine may be busy. */
    private static final Duration SLOWEST = Duration.ofSeconds(60);

    private static final String SHOP = "component:default/shop";
    private static final String GATE = "component:default/gate";
    private static final String USHERS = "group:default/ushers";
    private static final String TEMPLATE = "/spec/coder/templateName";
    private static final int EDITS = 15;

    @TempDir
    static Path folder;

    private static final HintReceiver receiver = new HintReceiver();
    private static PostgresqlStandIn postgresql;
    private static RealBackstage backstage;
    private static CatalogFiles files;

    @BeforeAll
    static void start() throws IOException {
        var catalog = Files.createDirectory(folder.resolve("catalog"));
        files = new CatalogFiles(catalog);
        files.write("users.yaml", user("jane", "") + "---\n" + user("john", ""));
        postgresql =
                PostgresqlStandIn.start(folder.resolve("postgresql"), FreePort.find(), PostgresqlStandIn.FORGETFUL);
        postgresql.createDatabase("backstage", "backstage");
        var database = BackstageDatabase.of(postgresql.jdbcUrl("backstage"), "backstage", "backstage");
        var module = Path.of("../../backstage/catalog-hints");
        var tokenUrl = receiver.url().resolve("/oauth2/token");
        var hints = new CatalogHints(
                module,
                CACHE.resolve("catalog-hints"),
                receiver.url(),
                tokenUrl,
                HintReceiver.CLIENT,
                receiver.secret());
        switch (RealBackstage.start(Path.of("../backstage"), CACHE.resolve("backstage"), database, catalog, hints)) {
            case RealBackstageOutcome.Started(var started) -> backstage = started;
            case RealBackstageOutcome.LeftOut(var reason) -> {
                LeftOut.say("hints of a real Backstage", reason);
                abort(reason);
            }
        }
        receiver.lookAt(RealBackstageHintsTest::shown);
    }

    @AfterAll
    static void stop() {
        if (backstage != null) {
            backstage.close();
        }
        postgresql.close();
        receiver.close();
    }

    @Test
    void tellsOnceOfANewEntityOfAnEditAndOfItsRevertWhenTheyShow() {
        for (var template : List.of("java", "go", "java")) {
            var before = receiver.hintsOf(SHOP).size();
            files.write("shop.yaml", component("shop", template, "Sells tickets"));

            awaitHint(SHOP, before + 1);
            assertThat(receiver.hintsOf(SHOP).getLast().shown().at(TEMPLATE).asText())
                    .isEqualTo(template);
        }
        assertThat(receiver.hintsOf(SHOP)).hasSize(3);
    }

    @Test
    void tellsNothingOfWhatGreenroomDoesNotUse() {
        var newsletter = "component:default/newsletter";
        files.write("newsletter.yaml", component("newsletter", "java", "First"));
        awaitHint(newsletter, 1);
        files.write("newsletter.yaml", component("newsletter", "java", "Second"));
        await().atMost(SLOWEST)
                .until(() ->
                        shown(newsletter).at("/metadata/description").asText().equals("Second"));

        // Whatever was seen before it is told before it.
        files.write("sentinel.yaml", component("sentinel", "java", "Comes later"));
        awaitHint("component:default/sentinel", 1);

        assertThat(receiver.hintsOf(newsletter)).hasSize(1);
    }

    @Test
    void tellsOfAGroupWhoseMembersChangeAtEitherEnd() {
        files.write("ushers.yaml", group("ushers", "jane"));
        awaitMembers("user:default/jane");

        files.write("ushers.yaml", group("ushers", "jane, john"));
        awaitMembers("user:default/jane", "user:default/john");

        files.write("june.yaml", user("june", "ushers"));
        awaitMembers("user:default/jane", "user:default/john", "user:default/june");

        files.write("june.yaml", user("june", ""));
        awaitMembers("user:default/jane", "user:default/john");
        assertThat(receiver.hintsOf("user:default/june")).isEmpty();
    }

    @Test
    void leavesTheCatalogAloneWhileGreenroomIsAwayAndTellsNoSecretInItsLog() {
        receiver.goAway();
        files.write("gate.yaml", component("gate", "java", "Lets in"));
        await().atMost(SLOWEST).until(() -> shown(GATE).at(TEMPLATE).asText().equals("java"));
        await().atMost(SLOWEST).until(() -> backstage.log().contains("hints are dropped"));
        files.write("gate.yaml", component("gate", "go", "Lets in"));
        await().atMost(SLOWEST).until(() -> shown(GATE).at(TEMPLATE).asText().equals("go"));

        receiver.comeBack();
        files.write("gate.yaml", component("gate", "rust", "Lets in"));
        await().atMost(SLOWEST)
                .until(() -> receiver.hintsOf(GATE).stream()
                        .anyMatch(hint -> hint.shown().at(TEMPLATE).asText().equals("rust")));

        assertThat(backstage.log().split("hints are dropped", -1)).hasSize(2);
        assertThat(backstage.log()).doesNotContain(receiver.secret(), receiver.token());
    }

    /** Prints the figures of the module's README. */
    @Test
    void tellsWithinASecondOfShowing() {
        var till = "component:default/till";
        var milliseconds = new ArrayList<Long>();
        for (int edit = 0; edit < EDITS; edit++) {
            var template = "template-" + edit;
            files.write("till.yaml", component("till", template, "Takes money"));
            long shownAt = whenShown(till, template);
            awaitHint(till, edit + 1);
            milliseconds.add(TimeUnit.NANOSECONDS.toMillis(
                    receiver.hintsOf(till).getLast().at() - shownAt));
        }
        milliseconds.sort(Long::compare);

        System.out.println("from showing to the hint, in ms: " + milliseconds);
        assertThat(milliseconds.get(EDITS / 2)).isLessThan(1000);
    }

    private static long whenShown(String ref, String template) {
        await().atMost(SLOWEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> shown(ref).at(TEMPLATE).asText().equals(template));
        return System.nanoTime();
    }

    private static void awaitHint(String ref, int count) {
        await().atMost(SLOWEST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> receiver.hintsOf(ref).size() >= count);
    }

    /** The last hint of the group came when it had these members. */
    private static void awaitMembers(String... members) {
        await().atMost(SLOWEST).untilAsserted(() -> {
            var hints = receiver.hintsOf(USHERS);
            assertThat(hints).isNotEmpty();
            assertThat(membersOf(hints.getLast().shown())).containsExactlyInAnyOrder(members);
        });
    }

    private static List<String> membersOf(JsonNode group) {
        var members = new ArrayList<String>();
        for (var relation : group.path("relations")) {
            if (relation.path("type").asText().equals("hasMember")) {
                members.add(relation.path("targetRef").asText());
            }
        }
        return members;
    }

    private static JsonNode shown(String ref) {
        return shown(List.of(ref)).path(0);
    }

    private static JsonNode shown(List<String> refs) {
        return new BackstageHttp(backstage.url())
                .post(backstage.staticToken(), BackstageUnderTest.BY_REFS, Map.of("entityRefs", refs))
                .body()
                .path("items");
    }

    private static String component(String name, String template, String description) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: { name: %s, description: %s }
                spec: { type: service, lifecycle: production, owner: 'user:jane', coder: { templateName: %s } }
                """.formatted(name, description, template);
    }

    private static String group(String name, String members) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: { name: %s }
                spec: { type: team, children: [], members: [%s] }
                """.formatted(name, members);
    }

    private static String user(String name, String groups) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: { name: %s }
                spec: { memberOf: [%s] }
                """.formatted(name, groups);
    }
}
