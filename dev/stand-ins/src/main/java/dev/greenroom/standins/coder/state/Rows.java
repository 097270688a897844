package dev.greenroom.standins.coder.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rows of one kind, oldest first. Every change is in the journal before the call that made it is answered.
 * Used by the stand-in's one event loop only.
 */
public final class Rows<R extends Row> {

    private final String kind;
    private final Journal journal;
    private final Map<String, R> rows = new LinkedHashMap<>();

    public Rows(String kind, Class<R> type, Journal journal) {
        this.kind = kind;
        this.journal = journal;
        journal.restore(kind, type).forEach(row -> rows.put(row.id(), row));
    }

    public R put(R row) {
        rows.put(row.id(), row);
        journal.append(kind, row);
        return row;
    }

    public void remove(String id) {
        if (rows.remove(id) != null) {
            journal.appendRemoval(kind, id);
        }
    }

    public Optional<R> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** A copy, so that rows may be put and removed while it is read. */
    public Stream<R> all() {
        return rows.values().stream().toList().stream();
    }

    public int count() {
        return rows.size();
    }
}
