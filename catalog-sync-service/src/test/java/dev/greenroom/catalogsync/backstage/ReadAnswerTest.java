package dev.greenroom.catalogsync.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a real Backstage (the files are recorded), and odd ones. */
class ReadAnswerTest {
    private static final EntityRef SVC_01 = EntityRef.parse("component:default/svc-01");

    @Test
    void readsARecordedEntity() throws IOException {
        var page = (PageOutcome.Page) ReadAnswer.page(recorded("page.json"));

        assertThat(page.nextCursor()).isEqualTo("bmV4dA==");
        assertThat(page.entities()).first().satisfies(entity -> {
            assertThat(entity.ref()).isEqualTo(SVC_01);
            assertThat(entity.uid()).isEqualTo("e526d53e-981e-425a-9e2f-a841a44477d0");
            assertThat(entity.sourceLocation()).isEqualTo("url:https://github.com/acme/svc-01/tree/main/");
            assertThat(entity.coder().path("templateName").asText()).isEqualTo("java-maven");
            assertThat(entity.ownedBy()).containsExactly(EntityRef.parse("group:default/team-a"));
        });
    }

    @Test
    void tellsAnEmptySpecFromNone() throws IOException {
        var page = (PageOutcome.Page) ReadAnswer.page(recorded("page.json"));

        assertThat(page.entities().get(1).coder().isNull()).isTrue();
        assertThat(page.entities().get(2).coder()).isNull();
    }

    @Test
    void readsAGroupsMembers() throws IOException {
        var group = EntityRef.parse("group:default/team-a");

        var found = (EntitiesOutcome.Found) ReadAnswer.entities(List.of(group), recorded("group.json"));

        assertThat(found.entities().get(group).members()).containsExactly(UserRef.parse("user:default/guest"));
    }

    @Test
    void takesNoMemberOfAnotherEnvironmentFromACatalog() {
        var group = EntityRef.parse("group:default/team-a");
        var answer = """
                {"items": [{"kind": "Group", "metadata": {"name": "team-a", "uid": "1"}, "relations": [
                  {"type": "hasMember", "targetRef": "user:default/jane@staging"},
                  {"type": "hasMember", "targetRef": "user:default/joe"}]}]}""";

        var found = (EntitiesOutcome.Found) ReadAnswer.entities(List.of(group), bytes(answer));

        assertThat(found.entities().get(group).members()).containsExactly(UserRef.parse("user:default/joe"));
    }

    @Test
    void findsByPlaceAndTakesANullForAbsent() {
        var nope = EntityRef.parse("component:default/nope");

        var found = (EntitiesOutcome.Found)
                ReadAnswer.entities(List.of(SVC_01, nope), bytes("{\"items\":[{\"kind\":\"odd\"},null]}"));

        assertThat(found.entities()).containsOnlyKeys(SVC_01);
    }

    @Test
    void refusesAnAnswerOfAnotherLength() {
        assertThat(ReadAnswer.entities(List.of(SVC_01), bytes("{\"items\":[]}")))
                .isInstanceOf(ReadFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"items\":{}}", "{\"items\":["})
    void refusesWhatIsNoPage(String body) {
        assertThat(ReadAnswer.page(bytes(body))).isInstanceOf(ReadFailure.Unavailable.class);
    }

    @Test
    void losesNoEntityToAnOddOneBesideIt() {
        var odd = """
                {"items": [
                  {"kind": "Component", "metadata": {"name": "a/b", "uid": "1"}},
                  {"kind": "Component", "metadata": {"name": "no-uid"}},
                  {"kind": ["x"], "metadata": 7}, null, "text",
                  {"kind": "Component", "metadata": {"name": "odd", "uid": "2", "annotations": ["x"]},
                   "spec": {"coder": %s}, "relations": [{"type": "ownedBy", "targetRef": "jane"}, 7, {"type": 1}]},
                  {"kind": "Component", "metadata": {"name": "sound", "uid": "3"}, "relations": {}, "spec": []}
                ], "pageInfo": {}}""".formatted("[".repeat(5_000) + "]".repeat(5_000));

        var page = (PageOutcome.Page) ReadAnswer.page(bytes(odd));

        assertThat(page.entities()).extracting(entity -> entity.ref().name()).containsExactly("odd", "sound");
        assertThat(page.nextCursor()).isNull();
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
