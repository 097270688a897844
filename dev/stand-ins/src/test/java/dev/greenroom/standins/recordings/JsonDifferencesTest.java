package dev.greenroom.standins.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {
    private static final String RECORDED = """
            {"id": "0b5e7e5c-3c0f-4a55-9b0c-6a8d9f3f1c11", "name": "jane", "tags": ["a", "b"], "size": 1}""";

    @Test
    void findsNoneInTheSameBodyWhateverItsRandomIdentifiers() throws Exception {
        var answered = RECORDED.replace("0b5e7e5c", "ffffffff");

        assertThat(differences(answered)).isEmpty();
    }

    @Test
    void findsWhatIsMissing() throws Exception {
        assertThat(differences(RECORDED.replace(", \"size\": 1", ""))).containsExactly("/size: recorded 1, answered ");
    }

    @Test
    void findsWhatIsTooMuch() throws Exception {
        assertThat(differences(RECORDED.replace("\"size\": 1", "\"size\": 1, \"more\": true")))
                .containsExactly("/more: recorded , answered true");
    }

    @Test
    void findsAnotherTypeAnotherValueAndAnotherLength() throws Exception {
        var answered = RECORDED.replace("1}", "\"1\"}").replace("jane", "john").replace(", \"b\"", "");

        assertThat(differences(answered))
                .containsExactly(
                        "/name: recorded \"jane\", answered \"john\"",
                        "/size: recorded 1, answered \"1\"",
                        "/tags: recorded 2 items, answered 1");
    }

    @Test
    void takesNoOtherTextForAnIdentifier() throws Exception {
        assertThat(differences(RECORDED.replace("0b5e7e5c-3c0f-4a55-9b0c-6a8d9f3f1c11", "none")))
                .hasSize(1);
    }

    private static List<String> differences(String answered) throws JsonProcessingException {
        var json = new ObjectMapper();
        return JsonDifferences.between(
                json.readTree(RECORDED), json.readTree(answered), Likeness.EQUAL.or(Likeness.UUIDS));
    }
}
