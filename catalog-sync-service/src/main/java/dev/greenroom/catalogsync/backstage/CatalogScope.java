package dev.greenroom.catalogsync.backstage;

import dev.greenroom.contracts.EntityRef;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the catalog that is Greenroom's: some kinds, in some namespaces or all, and of those what fits a filter. */
@Singleton
public class CatalogScope {
    private static final String GROUP = "group";

    private final List<String> kinds;
    private final List<String> namespaces;
    private final List<String> filters;

    /** @throws IllegalArgumentException where groups were to be in scope: they are who owns, and not what is owned */
    CatalogScope(ScopeConfig config) {
        this.kinds = statements("kind", config.kinds());
        this.namespaces = statements("metadata.namespace", config.namespaces().orElse(Set.of()));
        this.filters = config.filters().orElse(List.of()).stream()
                .map(String::strip)
                .distinct()
                .sorted()
                .toList();
        if (kinds.contains("kind=" + GROUP)) {
            throw new IllegalArgumentException("greenroom.catalog.scope.kinds can't have group: groups own entities");
        }
    }

    /** As Backstage's {@code filter}: one key with several values is "or", several keys are "and", several filters "or". */
    List<String> filters() {
        var each = Stream.concat(kinds.stream(), namespaces.stream()).collect(Collectors.joining(","));
        return filters.isEmpty()
                ? List.of(each)
                : filters.stream().map(filter -> each + "," + filter).toList();
    }

    /**
     * What is read page by page, one after the other: all groups, since a group that owns an entity in scope may be
     * anywhere, and then the entities in scope, each kind, namespace and filter by itself. For pages of which an entity
     * has to fit one thing or another, Backstage reads all its entities anew for each page. Groups come first, so that
     * what has changed as well as its owners is published once.
     */
    public List<String> readings() {
        var entities = kinds.stream().flatMap(kind -> with(kind, namespaces)).flatMap(each -> with(each, filters));
        return Stream.concat(groups().stream(), entities).toList();
    }

    private static Stream<String> with(String statement, List<String> others) {
        return others.isEmpty() ? Stream.of(statement) : others.stream().map(other -> statement + "," + other);
    }

    static List<String> groups() {
        return List.of("kind=" + GROUP);
    }

    public static boolean isGroup(EntityRef ref) {
        return ref.kind().equals(GROUP);
    }

    /** The same text for the same scope. It is stored: another one begins a snapshot anew. */
    public String identity() {
        return String.join(" or ", filters());
    }

    private static List<String> statements(String key, Set<String> values) {
        return values.stream()
                .map(value -> key + "=" + value.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }
}
