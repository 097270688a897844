package dev.greenroom.catalogsync.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a real Backstage (the files are recorded), and odd ones. */
class ReadAnswerTest {
    private static final EntityRef SVC_01 = EntityRef.parse("component:default/svc-01");
    private static final EntityRef SVC_06 = EntityRef.parse("component:default/svc-06");

    @Test
    void readsAPageOfRecordedEntities() throws IOException {
        var page = (PageOutcome.Page) ReadAnswer.page(stream(recorded("page.json")));

        assertThat(page.nextCursor()).isEqualTo("bmV4dA==");
        assertThat(page.entities())
                .extracting(SlimEntity::ref)
                .containsExactly(
                        SVC_01,
                        EntityRef.parse("component:default/svc-06"),
                        EntityRef.parse("component:default/svc-08"));
        assertThat(page.entities().getFirst().uid()).isEqualTo("e526d53e-981e-425a-9e2f-a841a44477d0");
    }

    @Test
    void readsARecordedEntityWhole() throws IOException {
        var entity = entities(recorded("page.json")).get(0);

        assertThat(entity.slim().uid()).isEqualTo("e526d53e-981e-425a-9e2f-a841a44477d0");
        assertThat(entity.sourceLocation()).isEqualTo("url:https://github.com/acme/svc-01/tree/main/");
        assertThat(entity.coder().path("templateName").asText()).isEqualTo("java-maven");
        assertThat(entity.owningGroups()).containsExactly(EntityRef.parse("group:default/team-a"));
        assertThat(entity.owningUsers()).isEmpty();
        assertThat(entity.orphan()).isFalse();
    }

    @Test
    void readsARecordedOrphanWithItsEtag() throws IOException {
        var orphan = "{\"items\":[" + new String(recorded("orphan.json"), StandardCharsets.UTF_8) + "]}";

        var entity = entities(bytes(orphan)).getFirst();

        assertThat(entity.orphan()).isTrue();
        assertThat(entity.slim().etag()).isEqualTo("08fbf0bba16671d58c16711ac52cda07d6339e23");
        assertThat(((PageOutcome.Page) ReadAnswer.page(stream(bytes(orphan)))).entities())
                .containsExactly(entity.slim());
    }

    @Test
    void tellsAnEmptySpecFromNone() throws IOException {
        var entities = entities(recorded("page.json"));

        assertThat(entities.get(1).coder().isNull()).isTrue();
        assertThat(entities.get(2).coder()).isNull();
    }

    @Test
    void readsAGroupsMembers() throws IOException {
        assertThat(entities(recorded("group.json")).getFirst().members())
                .containsExactly(UserRef.parse("user:default/guest"));
    }

    @Test
    void takesNoMemberOfAnotherEnvironmentFromACatalog() {
        var group = entities(bytes("""
                {"items": [{"kind": "Group", "metadata": {"name": "team-a", "uid": "1"}, "relations": [
                  {"type": "hasMember", "targetRef": "user:default/jane@staging"},
                  {"type": "hasMember", "targetRef": "user:default/joe"},
                  {"type": "parentOf", "targetRef": "group:default/team-b"},
                  {"type": "childOf", "targetRef": "group:default/all"}]}]}""")).getFirst();

        assertThat(group.members()).containsExactly(UserRef.parse("user:default/joe"));
        assertThat(group.children()).containsExactly(EntityRef.parse("group:default/team-b"));
    }

    @Test
    void findsByPlaceAndTakesANullForAbsent() {
        var nope = EntityRef.parse("component:default/nope");

        assertThat(found(List.of(SVC_01, nope), "{\"items\":[{\"kind\":\"odd\"},null]}"))
                .containsOnlyKeys(SVC_01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "null",
                "[]",
                "{}",
                "{\"items\":[]}",
                "{\"items\":{\"a\":{}}}",
                "{\"items\":[",
                "{\"items\":[{}",
                "{\"items\":[{\"relations\":[",
                "{\"items\":[{\"relations\":[{\"type\"",
                "{\"items\":[{}]",
                "{\"items\":[{},null]}"
            })
    void refusesWhatAnswersNoReference(String body) throws IOException {
        assertThat(ReadAnswer.entities(List.of(SVC_01), stream(bytes(body))))
                .isInstanceOf(ReadFailure.Unavailable.class);
    }

    /** A connection that breaks is said to be one; it is not the answer that is odd. */
    @Test
    void leavesABrokenConnectionToWhoAsked() {
        var broken = new SequenceInputStream(stream(bytes("{\"items\":[{\"kind\":")), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });

        assertThatIOException().isThrownBy(() -> ReadAnswer.entities(List.of(SVC_01), broken));
    }

    @Test
    void tellsWhatCanNotBeReadFromWhatCan() {
        var found = found(List.of(SVC_01, SVC_06), """
                {"items": [
                  {"kind": "Component", "metadata": {"name": "svc-01"}},
                  {"kind": "Component", "metadata": {"name": "svc-06", "uid": "6"}}]}""");

        assertThat(found.get(SVC_01).isReadable()).isFalse();
        assertThat(found.get(SVC_06).isReadable()).isTrue();
    }

    @Test
    void readsTheFewMembersOfAGroupThatOwnsFiftyThousandEntities() {
        var all = EntityRef.parse("group:default/all");
        var body = "{\"items\": [null, "
                + groupWithMembersAmong(50_000)
                + ", 7, {\"kind\": \"Component\", \"metadata\": {\"name\": \"svc-06\", \"uid\": \"6\"}}]}";

        var found = found(List.of(EntityRef.parse("group:default/nope"), all, SVC_01, SVC_06), body);

        assertThat(found).containsOnlyKeys(all, SVC_01, SVC_06);
        assertThat(found.get(all).relations()).containsOnlyKeys("hasMember", "parentOf");
        assertThat(found.get(all).members())
                .containsExactly(UserRef.parse("user:default/jane"), UserRef.parse("user:default/joe"));
        assertThat(found.get(all).children()).containsExactly(EntityRef.parse("group:default/team-a"));
        assertThat(found.get(SVC_06).slim().uid()).isEqualTo("6");
    }

    /** The item itself, before anything is made of it. */
    @Test
    void holdsNoRelationThatIsNotUsed() throws IOException {
        try (var json = new ObjectMapper().createParser(groupWithMembersAmong(1_000))) {
            json.nextToken();

            var item = ReadItem.from(json);

            assertThat(item.path("relations").findValuesAsText("type"))
                    .containsExactly("hasMember", "parentOf", "hasMember");
            assertThat(item.path("metadata").path("uid").asText()).isEqualTo("1");
            assertThat(json.nextToken()).isNull();
        }
    }

    private static String groupWithMembersAmong(int owned) {
        var half = IntStream.range(0, owned / 2)
                .mapToObj("{\"type\": \"ownerOf\", \"targetRef\": \"component:default/svc-%d\"}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"kind": "Group", "relations": [
                  {"type": "hasMember", "targetRef": "user:default/jane"},
                  %s, "odd", null, [{}],
                  {"type": "parentOf", "targetRef": "group:default/team-a"},
                  %s,
                  {"type": "hasMember", "targetRef": "user:default/joe"}],
                 "metadata": {"name": "all", "uid": "1"}}""".formatted(half, half);
    }

    private static Map<EntityRef, BackstageEntity> found(List<EntityRef> refs, String body) {
        try {
            return ((EntitiesOutcome.Found) ReadAnswer.entities(refs, stream(bytes(body)))).entities();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(byte[] body) {
        return new ByteArrayInputStream(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"items\":{}}", "{\"items\":["})
    void refusesWhatIsNoPage(String body) throws IOException {
        assertThat(ReadAnswer.page(stream(bytes(body)))).isInstanceOf(ReadFailure.Unavailable.class);
    }

    @Test
    void losesNoEntityToAnOddOneBesideIt() throws IOException {
        var odd = """
                {"items": [
                  {"kind": "Component", "metadata": {"name": "a/b", "uid": "1"}},
                  {"kind": "Component", "metadata": {"name": "no-uid"}},
                  {"kind": ["x"], "metadata": 7}, null, "text",
                  {"kind": "Component", "metadata": {"name": "odd", "uid": "2", "etag": {}}},
                  {"kind": "Component", "metadata": {"name": "sound", "uid": "3", "etag": "e"}}
                ], "pageInfo": {}}""";

        var page = (PageOutcome.Page) ReadAnswer.page(stream(bytes(odd)));

        assertThat(page.entities()).extracting(entity -> entity.ref().name()).containsExactly("odd", "sound");
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void losesNoWholeEntityToAnOddOneBesideIt() {
        var odd = """
                {"items": [
                  {"kind": "Component", "metadata": {"name": "odd", "uid": "2", "annotations": ["x"]},
                   "spec": {"coder": %s}, "relations": [{"type": "ownedBy", "targetRef": "jane"}, 7, {"type": 1}]},
                  {"kind": "Component", "metadata": {"name": "sound", "uid": "3"}, "relations": {}, "spec": []}
                ]}""".formatted("[".repeat(5_000) + "]".repeat(5_000));

        assertThat(entities(bytes(odd)))
                .extracting(entity -> entity.ref().name())
                .containsExactly("odd", "sound");
    }

    /** As if just these had been asked for. */
    private static List<BackstageEntity> entities(byte[] body) {
        try {
            var refs = new ArrayList<EntityRef>();
            new ObjectMapper(JsonFactory.builder()
                            .streamReadConstraints(StreamReadConstraints.builder()
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .build())
                            .build())
                    .readTree(body)
                    .path("items")
                    .forEach(item -> refs.add(new EntityRef(
                            item.path("kind").asText(),
                            "default",
                            item.path("metadata").path("name").asText())));
            var found = (EntitiesOutcome.Found) ReadAnswer.entities(refs, stream(body));
            return refs.stream().map(found.entities()::get).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] recorded(String file) throws IOException {
        try (var stream = ReadAnswerTest.class.getResourceAsStream("/backstage/" + file)) {
            return stream.readAllBytes();
        }
    }
}
