package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How entities are found, page by page. */
interface QueryContract extends BackstageUnderTest {
    @ParameterizedTest
    @ValueSource(strings = {"filter=kind=component", "filter=kind=component&filter=kind=group"})
    default void readsPagesWithoutLosingOrRepeatingAnEntity(String filters) {
        var found = new ArrayList<String>();
        var page = get(BY_QUERY + filters + "&limit=2&fields=metadata.name");
        var first = page.names();
        while (true) {
            found.addAll(page.names());
            var next = page.body().at("/pageInfo/nextCursor").asText();
            if (next.isEmpty()) {
                break;
            }
            page = get(BY_QUERY + "limit=2&fields=metadata.name&cursor=" + next);
            var previous = page.body().at("/pageInfo/prevCursor").asText();
            var before = get(BY_QUERY + "limit=2&fields=metadata.name&cursor=" + previous);
            assertThat(before.names()).isEqualTo(found.subList(found.size() - 2, found.size()));
        }

        assertThat(found).startsWith(first.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(found).containsExactlyInAnyOrderElementsOf(names(filters));
    }

    @Test
    default void forgetsTheFieldsOfAPageInItsCursor() {
        var cursor = get(BY_QUERY + "filter=kind=component&limit=1&fields=metadata.name")
                .body()
                .at("/pageInfo/nextCursor")
                .asText();

        var second = get(BY_QUERY + "cursor=" + cursor).body();

        assertThat(second.path("items")).hasSize(components().size() - 1);
        assertThat(second.at("/items/0/spec/type").asText()).isEqualTo("service");
    }

    @Test
    default void leavesOutWhatLacksTheFieldToOrderBy() {
        var names = get(BY_QUERY + "filter=kind=component&orderField=spec.coder.mode,desc&fields=metadata.name");

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
    default void filtersByLeafKeysInAnyCase(String filter, String names) {
        var found = get(BY_QUERY + "orderField=metadata.name&fields=metadata.name&" + filter);

        assertThat(String.join(",", found.names())).isEqualTo(names == null ? "" : names);
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
    default void saysWhatIsWrongWithAQuestion(String question, String message) {
        var path = question.startsWith("?") ? question : "/" + question;

        var refused = get("/api/catalog/entities" + path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InputError: " + message);
        assertThat(refused.body().at("/request/url").asText()).isEqualTo("/entities" + path);
    }

    private List<String> components() {
        return names("filter=kind=component");
    }

    private List<String> names(String filters) {
        return get(BY_QUERY + filters + "&limit=100&fields=metadata.name").names();
    }
}
