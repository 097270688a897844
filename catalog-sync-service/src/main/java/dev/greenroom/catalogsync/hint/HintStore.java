package dev.greenroom.catalogsync.hint;

import dev.greenroom.contracts.EntityRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
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
            select count(*) from catalog_hint where deployment = ?
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

    private final DataSource database;
    private final String deployment;

    HintStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** Adds hints of these entities, or one of the whole catalog where too many would wait. */
    public void add(Collection<EntityRef> refs) {
        var texts = refs.stream().map(EntityRef::toString).distinct().toArray(String[]::new);
        QuarkusTransaction.requiringNew().run(() -> {
            if (waiting() + texts.length <= MOST) {
                add(texts);
            } else {
                add(new String[] {WHOLE_CATALOG});
                leaveToTheWhole();
            }
        });
    }

    /** Adds a hint of the whole catalog. */
    public void addAll() {
        add(new String[] {WHOLE_CATALOG});
    }

    /** Those that came first, in the order they came; one that came again has the place of its first time. */
    public List<Hint> next(int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, deployment);
            statement.setInt(2, most);
            var hints = new ArrayList<Hint>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                hints.add(read(rows));
            }
            return hints;
        } catch (SQLException e) {
            throw new IllegalStateException("hints can't be read", e);
        }
    }

    /**
     * Forgets hints whose entities have been read since {@link #next} gave them, and what that led to is published or
     * will be with this transaction. Those that came again meanwhile stay: they may be of a later change.
     */
    public void done(Collection<Hint> hints) {
        if (hints.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DONE)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers(hints, Hint.Ticket::id)));
            statement.setArray(2, connection.createArrayOf("bigint", numbers(hints, Hint.Ticket::times)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("hints can't be deleted", e);
        }
    }

    private static Object[] numbers(Collection<Hint> hints, ToLongFunction<Hint.Ticket> number) {
        return hints.stream().map(Hint::ticket).mapToLong(number).boxed().toArray();
    }

    private int waiting() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WAITING)) {
            statement.setString(1, deployment);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("hints can't be counted", e);
        }
    }

    private void add(String[] texts) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, deployment);
            statement.setArray(2, connection.createArrayOf("text", texts));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("hints can't be added", e);
        }
    }

    private void leaveToTheWhole() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LEAVE_TO_THE_WHOLE)) {
            statement.setString(1, deployment);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("hints can't be deleted", e);
        }
    }

    private static Hint read(ResultSet row) throws SQLException {
        var ticket = new Hint.Ticket(row.getLong("id"), row.getLong("times"));
        var ref = row.getString("entity_ref");
        return ref.equals(WHOLE_CATALOG)
                ? new Hint.OfWholeCatalog(ticket)
                : new Hint.OfEntity(ticket, EntityRef.parse(ref));
    }
}
