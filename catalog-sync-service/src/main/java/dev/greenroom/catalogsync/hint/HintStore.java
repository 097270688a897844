package dev.greenroom.catalogsync.hint;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The hints that wait, of whichever replica they came to. One that waits already is not added a second time, and keeps
 * its place; but it counts how often it came, and only what nobody has sent again since it was read is done with.
 *
 * <p>Rows are locked in the order of what they are about, so that requests and the leader never wait for each other in a
 * circle.
 */
@ApplicationScoped
public class HintStore {
    /**
     * So many hints wait at most, and what requests of the same moment add. With one more, they become one hint of the
     * whole catalog: a pass reads 20 times as many entities in the time that asking for each would take, and the table
     * can't grow, whoever sends what.
     */
    static final int MOST = 10_000;

    private static final String WHOLE_CATALOG = "*";
    private static final String WAITING = """
            select count(*) as waiting from catalog_hint where deployment = ?
            """;
    private static final String ADD = """
            insert into catalog_hint (deployment, entity_ref)
            select ?, ref from (select distinct unnest(?) collate "C" as ref) as refs order by ref
            on conflict (deployment, entity_ref) do update set times = catalog_hint.times + 1
            """;
    private static final String LEAVE_TO_THE_WHOLE = """
            delete from catalog_hint where id in
                (select id from catalog_hint where deployment = ? and entity_ref <> '*' order by entity_ref for update)
            """;
    private static final String NEXT = """
            select id, entity_ref, times from catalog_hint where deployment = ? order by id limit ?
            """;
    /** Whoever waits for a lock sees the row as it is then: one that came once more has other {@code times}. */
    private static final String DONE = """
            delete from catalog_hint where id in
                (select hint.id from catalog_hint hint join unnest(?, ?) as done (id, times) using (id, times)
                  order by hint.entity_ref for update of hint)
            """;

    private final Sql sql;
    private final String deployment;

    HintStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** Adds hints of these entities, or one of the whole catalog where too many would wait. */
    public void add(Collection<EntityRef> refs) {
        var texts = refs.stream().map(EntityRef::toString).distinct().toList();
        QuarkusTransaction.requiringNew().run(() -> {
            if (waiting() + texts.size() <= MOST) {
                sql.change(ADD, deployment, texts);
            } else {
                addAll();
                sql.change(LEAVE_TO_THE_WHOLE, deployment);
            }
        });
    }

    /** Adds a hint of the whole catalog. */
    public void addAll() {
        sql.change(ADD, deployment, List.of(WHOLE_CATALOG));
    }

    /** Those that came first, in the order they came; one that came again has the place of its first time. */
    public List<Hint> next(int most) {
        return sql.rows(NEXT, HintStore::read, deployment, most);
    }

    /**
     * Forgets hints whose entities have been read since {@link #next} gave them, and what that led to is published or
     * will be with this transaction. Those that came again meanwhile stay: they may be of a later change.
     */
    public void done(Collection<Hint> hints) {
        if (!hints.isEmpty()) {
            sql.change(DONE, numbers(hints, Hint.Ticket::id), numbers(hints, Hint.Ticket::times));
        }
    }

    private static long[] numbers(Collection<Hint> hints, ToLongFunction<Hint.Ticket> number) {
        return hints.stream().map(Hint::ticket).mapToLong(number).toArray();
    }

    private long waiting() {
        return sql.row(WAITING, row -> row.number("waiting"), deployment).orElseThrow();
    }

    private static Hint read(Row row) throws SQLException {
        var ticket = new Hint.Ticket(row.number("id"), row.number("times"));
        var ref = row.text("entity_ref");
        return ref.equals(WHOLE_CATALOG)
                ? new Hint.OfWholeCatalog(ticket)
                : new Hint.OfEntity(ticket, EntityRef.parse(ref));
    }
}
