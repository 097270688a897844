package dev.greenroom.standins.backstage.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code by-query} as Backstage's {@code DefaultEntitiesCatalog.queryEntities} does: keyset pages, and an
 * order that leaves out the entities that lack its field.
 */
public final class ReadPage {
    private static final Comparator<List<String>> ASCENDING =
            Comparator.comparing((List<String> key) -> key.getFirst()).thenComparing(List::getLast);

    private record Row(List<String> key, Entity entity) {}

    private final PageRequest request;
    private final Cursor cursor;
    private final @Nullable OrderField order;

    private ReadPage(PageRequest request) {
        this.request = request;
        this.cursor = request.cursor();
        this.order =
                cursor.orderFields().isEmpty() ? null : cursor.orderFields().getFirst();
    }

    /** @param visible what the caller may read, in any order */
    public static Page of(List<Entity> visible, PageRequest request) {
        return new ReadPage(request).read(visible);
    }

    private Page read(List<Entity> visible) {
        var rows = rows(visible);
        int total = total(rows.size());
        if (request.limit() == 0) {
            return new Page(List.of(), total, Optional.empty(), Optional.empty());
        }
        var rest = beyondCursor(rows);
        boolean more = cursor.isPrevious() || rest.size() > request.limit();
        var page = cursor.isPrevious()
                ? rest.subList(Math.max(0, rest.size() - request.limit()), rest.size())
                : rest.subList(0, Math.min(rest.size(), request.limit()));
        return new Page(page.stream().map(Row::entity).toList(), total, next(page, more, total), previous(page, total));
    }

    private List<Row> rows(List<Entity> visible) {
        var rows = new ArrayList<Row>();
        for (var entity : visible) {
            if (wanted(entity)) {
                key(entity).ifPresent(key -> rows.add(new Row(key, entity)));
            }
        }
        rows.sort(Comparator.comparing(Row::key, direction()));
        return rows;
    }

    private boolean wanted(Entity entity) {
        var orderedBy = order == null ? "metadata.uid" : order.field();
        return (cursor.query() == null || new EntityFilter(cursor.query()).accepts(entity))
                && (cursor.fullTextFilter() == null || cursor.fullTextFilter().found(entity.index(), orderedBy));
    }

    private Optional<List<String>> key(Entity entity) {
        return order == null
                ? Optional.of(List.of(entity.uid()))
                : entity.index().first(order.field()).map(value -> List.of(value, entity.uid()));
    }

    private Comparator<List<String>> direction() {
        return order != null && order.descending() ? ASCENDING.reversed() : ASCENDING;
    }

    private List<Row> beyondCursor(List<Row> rows) {
        var key = cursor.orderFieldValues();
        if (key == null) {
            return rows.subList(Math.min(request.offset(), rows.size()), rows.size());
        }
        int side = cursor.isPrevious() ? -1 : 1;
        return rows.stream()
                .filter(row -> Integer.signum(direction().compare(row.key(), key)) == side)
                .toList();
    }

    private int total(int rows) {
        if (cursor.totalItems() != null) {
            return cursor.totalItems();
        }
        return request.count() ? rows : 0;
    }

    private Optional<String> next(List<Row> page, boolean more, int total) {
        if (!more || page.isEmpty()) {
            return Optional.empty();
        }
        var first = cursor.firstSortFieldValues() == null ? page.getFirst().key() : cursor.firstSortFieldValues();
        return Optional.of(cursor.after(page.getLast().key(), first, total).toString());
    }

    private Optional<String> previous(List<Row> page, int total) {
        boolean start = cursor.firstSortFieldValues() == null
                || page.isEmpty()
                || page.getFirst().key().equals(cursor.firstSortFieldValues());
        return start
                ? Optional.empty()
                : Optional.of(cursor.before(page.getFirst().key(), total).toString());
    }
}
