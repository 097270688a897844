package dev.greenroom.gateway.routes;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a query is let through to Coder: the parameters of its lists. Others are left out, a session token among them,
 * which Coder takes from a query, too.
 */
final class CodersQuery {
    private static final Set<String> NAMES = Set.of("q", "limit", "offset", "after_id");

    private CodersQuery() {}

    /** As it came but for the parameters that are left out; null where none is left. */
    static @Nullable String of(@Nullable String query) {
        if (query == null) {
            return null;
        }
        var kept = Arrays.stream(query.split("&"))
                .filter(parameter -> NAMES.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }
}
