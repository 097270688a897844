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

    private final List<String> filters;

    /** @throws IllegalArgumentException where groups were to be in scope: they are who owns, and not what is owned */
    CatalogScope(ScopeConfig config) {
        var kinds = lowerCase(config.kinds());
        if (kinds.contains(GROUP)) {
            throw new IllegalArgumentException("greenroom.catalog.scope.kinds can't have group: groups own entities");
        }
        var namespaces = lowerCase(config.namespaces().orElse(Set.of()));
        var each = Stream.concat(
                        kinds.stream().sorted().map(kind -> "kind=" + kind),
                        namespaces.stream().sorted().map(name -> "metadata.namespace=" + name))
                .collect(Collectors.joining(","));
        this.filters = config.filters().orElse(List.of()).isEmpty()
                ? List.of(each)
                : config.filters().get().stream()
                        .map(filter -> each + "," + filter.strip())
                        .toList();
    }

    /** As Backstage's {@code filter}: one key with several values is "or", several keys are "and", several filters "or". */
    List<String> filters() {
        return filters;
    }

    /**
     * What is read page by page, one after the other: all groups, since a group that owns an entity in scope may be
     * anywhere, and then the entities in scope. Groups come first, so that what has changed as well as its owners is
     * published once.
     */
    public List<String> readings() {
        return Stream.concat(groups().stream(), filters.stream()).toList();
    }

    static List<String> groups() {
        return List.of("kind=" + GROUP);
    }

    public static boolean isGroup(EntityRef ref) {
        return ref.kind().equals(GROUP);
    }

    /** The same text for the same scope. */
    @Override
    public String toString() {
        return String.join(" or ", filters);
    }

    private static Set<String> lowerCase(Set<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
