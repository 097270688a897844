package dev.greenroom.standins.backstage.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All entities at one moment. */
public final class Catalog {
    private static final Comparator<Relation> AS_SHOWN = Comparator.comparing(Relation::type)
            .thenComparing(relation -> relation.target().toString());

    private final List<Entity> entities;
    private final Map<String, Entity> byRef;

    private Catalog(List<Entity> entities) {
        this.entities = entities;
        this.byRef = entities.stream()
                .collect(Collectors.toMap(entity -> entity.ref().toString(), Function.identity()));
    }

    /** Adds what Backstage adds: each entity shows the arrows that others make to it. */
    static Catalog of(Collection<Registered> registered) {
        var relations = registered.stream()
                .map(Registered::document)
                .flatMap(RelationRule::of)
                .collect(Collectors.groupingBy(
                        Relation::source, Collectors.toCollection(() -> new TreeSet<>(AS_SHOWN))));
        return new Catalog(registered.stream()
                .map(entity -> Stitch.entity(entity, relations.getOrDefault(entity.ref(), new TreeSet<>(AS_SHOWN))))
                .sorted(Comparator.comparing(Entity::uid))
                .toList());
    }

    /** In the order of their uids, which is Backstage's own where a query asks for none. */
    public List<Entity> all() {
        return entities;
    }

    /** @param ref in any case, but full: a short form finds nothing */
    public Optional<Entity> find(String ref) {
        return Optional.ofNullable(byRef.get(ref.toLowerCase(Locale.ROOT)));
    }
}
