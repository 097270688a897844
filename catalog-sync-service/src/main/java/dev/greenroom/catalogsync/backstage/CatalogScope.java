package dev.greenroom.catalogsync.backstage;

import dev.greenroom.contracts.EntityRef;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the catalog that is Greenroom's: some kinds, in some namespaces or all. */
@Singleton
public class CatalogScope {
    private final Set<String> kinds;
    private final Set<String> namespaces;

    CatalogScope(ScopeConfig config) {
        this.kinds = lowerCase(config.kinds());
        this.namespaces = lowerCase(config.namespaces().orElse(Set.of()));
    }

    public boolean covers(EntityRef ref) {
        return kinds.contains(ref.kind()) && (namespaces.isEmpty() || namespaces.contains(ref.namespace()));
    }

    /** As Backstage's {@code filter}: one key with several values is "or", several keys are "and". */
    String filter() {
        return Stream.concat(
                        kinds.stream().sorted().map(kind -> "kind=" + kind),
                        namespaces.stream().sorted().map(name -> "metadata.namespace=" + name))
                .collect(Collectors.joining(","));
    }

    private static Set<String> lowerCase(Set<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
