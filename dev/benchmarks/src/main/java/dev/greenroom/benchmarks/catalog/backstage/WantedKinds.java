package dev.greenroom.benchmarks.catalog.backstage;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parameter {@code filter} as Backstage has it: a comma is AND, the same key again is one of, the parameter again is
 * OR. Only {@code kind} and {@code metadata.namespace} can be asked for, so that it comes to some kinds.
 */
record WantedKinds(Set<Kind> kinds) {

    /** @throws InputError for any other key */
    static WantedKinds of(List<String> filters) {
        var kinds = EnumSet.allOf(Kind.class);
        if (!filters.isEmpty()) {
            kinds.removeIf(kind -> filters.stream().map(WantedKinds::all).noneMatch(all -> all.test(kind)));
        }
        return new WantedKinds(kinds);
    }

    private static Predicate<Kind> all(String filter) {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (var statement : filter.split(",")) {
            var parts = statement.strip().split("=", 2);
            if (parts.length < 2) {
                throw new InputError("the benchmark's catalog has no filter " + statement);
            }
            wanted.computeIfAbsent(parts[0].strip(), key -> new HashSet<>())
                    .add(parts[1].strip().toLowerCase(Locale.ROOT));
        }
        return kind -> wanted.entrySet().stream().allMatch(key -> key.getValue().contains(value(kind, key.getKey())));
    }

    private static String value(Kind kind, String key) {
        return switch (key) {
            case "kind" -> kind.title().toLowerCase(Locale.ROOT);
            case "metadata.namespace" -> Kind.NAMESPACE;
            default -> throw new InputError("the benchmark's catalog has no filter by " + key);
        };
    }

    boolean have(Kind kind) {
        return kinds.contains(kind);
    }

    int count(Listing listing) {
        return kinds.stream().mapToInt(listing::count).sum();
    }
}
