package dev.greenroom.standins.coder.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.users.Organization;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query language of the list. */
class WorkspaceQueryTest {

    @Test
    void takesAQueryApart() {
        WorkspaceQuery query = parse("owner:me name:One template:Java status:running outdated:true");

        assertThat(query.owner()).isEqualTo("jane");
        assertThat(query.name()).isEqualTo("one");
        assertThat(query.template()).isEqualTo("java");
        assertThat(query.status()).isEqualTo("running");
        assertThat(query.outdated()).isTrue();
    }

    @Test
    void asksForNothingWhereNothingIsSaid() {
        WorkspaceQuery query = parse("");

        assertThat(query.owner() + query.name() + query.template() + query.status())
                .isEmpty();
        assertThat(query.parameters()).isEmpty();
        assertThat(query.dormant()).isNull();
    }

    @Test
    void takesBareWordsForAName() {
        assertThat(parse("my space").name()).isEqualTo("my space");
        assertThat(parse("john/space").owner()).isEqualTo("john");
        assertThat(parse("john/space").name()).isEqualTo("space");
    }

    @Test
    void keepsWhatIsQuotedTogether() {
        ParameterTerm term = parse("param:\"url=https://a b\"").parameters().getFirst();

        assertThat(term).isEqualTo(new ParameterTerm("url", "https://a b"));
    }

    @Test
    void matchesParametersAsAWholeWhateverTheirCase() {
        Map<String, String> parameters = Map.of("Repo", "https://X/Y");

        assertThat(parse("param:\"repo=https://x/y\"").parameters().getFirst().matches(parameters))
                .isTrue();
        assertThat(parse("param:repo").parameters().getFirst().matches(parameters))
                .isTrue();
        assertThat(parse("param:\"repo=https://x\"").parameters().getFirst().matches(parameters))
                .isFalse();
        assertThat(parse("param:re").parameters().getFirst().matches(parameters))
                .isFalse();
    }

    @Test
    void readsMomentsInQuotes() {
        assertThat(parse("last_used_after:\"2026-01-01T00:00:00Z\"").usedAfter())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:b:c | q | Query element \"a:b:c\" can only contain 1 ':'",
                "owner: | q | Query element \"owner:\" cannot start or end with ':'",
                ":x | q | Query element \":x\" cannot start or end with ':'",
                "a/b/c | q | Query element \"a/b/c\" can only contain 1 '/'",
                "Bogus:1 | bogus | \"bogus\" is not a valid query param",
                "status:odd | status | Query param \"status\" has invalid value: \"odd\" is not a valid value",
                "outdated:maybe | outdated | Query param \"outdated\" must be a valid boolean: strconv.ParseBool: parsing \"maybe\": invalid syntax",
                "owner:a owner:b | owner | Query param \"owner\" provided more than once, found 2 times. Only provide 1 instance of this query param.",
                "organization:acme | organization | Query param \"organization\" has invalid value: organization \"acme\" either does not exist, or you are unauthorized to view it",
            })
    void saysWhatIsWrong(String query, String field, String detail) {
        assertThatThrownBy(() -> parse(query)).isInstanceOf(Refusal.class).satisfies(refusal -> {
            var validation =
                    ((Refusal) refusal).body().getJsonArray("validations").getJsonObject(0);
            assertThat(validation.getString("field")).isEqualTo(field);
            assertThat(validation.getString("detail")).isEqualTo(detail);
        });
    }

    private static WorkspaceQuery parse(String query) {
        return WorkspaceQuery.parse(query, "jane", new Organization("an-id", Instant.EPOCH));
    }
}
