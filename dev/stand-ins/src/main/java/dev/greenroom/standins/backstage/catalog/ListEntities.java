package dev.greenroom.standins.backstage.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers {@code GET /entities}, the older question, whose order keeps the entities that lack its field: at the end. */
public final class ListEntities {
    private ListEntities() {}

    /**
     * @param filter as the query parameter has it
     * @param order {@code asc:metadata.name}; without one, uids order a whole list and references the pages of one
     * @param paged whether the answer is cut into pages
     */
    public static List<Entity> of(List<Entity> visible, List<String> filter, List<String> order, boolean paged) {
        var byDefault = paged && order.isEmpty()
                ? Comparator.comparing((Entity entity) -> entity.ref().toString())
                : Comparator.comparing(Entity::uid);
        return visible.stream()
                .filter(FilterParameter.predicate(filter))
                .sorted(order.stream()
                        .map(ListEntities::by)
                        .reduce(Comparator::thenComparing)
                        .map(asked -> asked.thenComparing(byDefault))
                        .orElse(byDefault))
                .toList();
    }

    private static Comparator<Entity> by(String order) {
        var parts = order.split(":", 2);
        if (parts.length < 2 || !parts[0].equals("asc") && !parts[0].equals("desc")) {
            throw new InputError("Invalid order parameter \"" + order + "\", expected \"<asc or desc>:<field name>\"");
        }
        Comparator<String> values = parts[0].equals("asc") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Function<Entity, Optional<String>> value = entity -> entity.index().first(parts[1]);
        return Comparator.comparing((Entity entity) -> value.apply(entity).isEmpty())
                .thenComparing(entity -> value.apply(entity).orElse(""), values);
    }
}
