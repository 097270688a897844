package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.standins.recordings.JsonDifferences;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the contract tests fail where they should. */
@ContractTest
class EngineTest {

    private static final String RECORDED_ID = "11111111-1111-4111-8111-111111111111";
    private static final String ID = "22222222-2222-4222-8222-222222222222";
    private static final String OTHER_ID = "33333333-3333-4333-8333-333333333333";

    private final Bindings bindings = new Bindings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a field is missing | {\"message\":\"no\",\"detail\":\"why\"} | {\"message\":\"no\"}",
                "a field is too much | {\"message\":\"no\"} | {\"message\":\"no\",\"detail\":\"why\"}",
                "a null field is missing | {\"a\":{\"b\":null}} | {\"a\":{}}",
                "a type is another | {\"count\":1} | {\"count\":\"1\"}",
                "null is another type | {\"deadline\":null} | {\"deadline\":\"2026-01-01T00:00:00Z\"}",
                "an error text is another | {\"message\":\"no\"} | {\"message\":\"No\"}",
                "a number is another | {\"count\":1} | {\"count\":2}",
                "an item is missing | [1,2] | [1]",
                "an item is too much | [] | [1]",
                "null is not empty | null | []",
                "a time is none | {\"at\":\"2026-01-01T00:00:00Z\"} | {\"at\":\"today\"}",
                "an id is none | {\"id\":\"11111111-1111-4111-8111-111111111111\"} | {\"id\":\"x\"}",
                "an id is the zero id | {\"id\":\"11111111-1111-4111-8111-111111111111\"} | {\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "what surrounds a secret is another | {\"to\":\"/cb?code=<CODE>&state=1\"} | {\"to\":\"/cb?code=abc&state=2\"}",
            })
    void findsThat(String what, String recorded, String answered) {
        assertThat(differences(recorded, answered)).as(what).isNotEmpty();
    }

    @Test
    void takesOtherIdsAndTimesForTheSame() {
        assertThat(differences(
                        "{\"id\":\"" + RECORDED_ID + "\",\"at\":\"2026-01-01T00:00:00.5Z\"}",
                        "{\"id\":\"" + ID + "\",\"at\":\"2027-02-02T11:11:11Z\"}"))
                .isEmpty();
    }

    @Test
    void wantsAnIdThatItKnowsToStayTheSame() {
        differences("\"" + RECORDED_ID + "\"", "\"" + ID + "\"");

        assertThat(differences("\"" + RECORDED_ID + "\"", "\"" + OTHER_ID + "\""))
                .isNotEmpty();
        assertThat(bindings.edit("GET /x/" + RECORDED_ID + "\n\n### response\n" + RECORDED_ID))
                .isEqualTo("GET /x/" + ID + "\n\n### response\n" + ID);
    }

    @Test
    void learnsSecretsForTheNextRequestAndNotForTheNextAnswer() {
        differences("{\"to\":\"/cb?code=<CODE>&state=1\"}", "{\"to\":\"/cb?code=abc&state=1\"}");

        assertThat(bindings.edit("code=<CODE>\n\n### response\n<CODE>")).isEqualTo("code=abc\n\n### response\n<CODE>");
    }

    @Test
    void failsForAnotherStatusAndAnotherBody() {
        try (Target target = Target.open(Map.of())) {
            target.standIn().faults().on("GET", "/api/v2/organizations/nosuch").fail(403);
            Contract contract = new Contract(target);

            assertThatThrownBy(() -> contract.replay("01-basics/37-organization-unknown"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("01-basics/37-organization-unknown")
                    .hasMessageContaining("status: recorded 404, answered 403")
                    .hasMessageContaining("/message: recorded");
        }
    }

    private List<String> differences(String recorded, String answered) {
        try {
            return JsonDifferences.between(Coder.JSON.readTree(recorded), Coder.JSON.readTree(answered), bindings);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
