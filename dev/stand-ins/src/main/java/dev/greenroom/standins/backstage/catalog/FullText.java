package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word to look for.
 *
 * @param term empty: no search
 * @param fields where to look; none: in what the query orders by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FullText(String term, @Nullable List<String> fields) {
    boolean found(SearchIndex index, String orderedBy) {
        var wanted = term.strip();
        return wanted.isEmpty()
                || (fields == null ? List.of(orderedBy) : fields)
                        .stream().anyMatch(field -> index.contains(field, wanted));
    }
}
