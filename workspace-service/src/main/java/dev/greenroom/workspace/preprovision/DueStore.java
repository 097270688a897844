package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is due and waits for the operator's limits, first come, first served. Everything here runs in a transaction of
 * the caller's that has locked others out ({@link PreprovisionStore}), so that what is counted is so when it is acted
 * upon.
 */
@ApplicationScoped
class DueStore {

    /** An opt-in is carried out once; one that has failed and left nothing at Coder is carried out again. */
    private static final String ADD = """
            INSERT INTO preprovision_due (id, deployment, entity_ref, user_ref)
            SELECT id::uuid, deployment, entity_ref, user_ref
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS news (id, deployment, entity_ref, user_ref, position)
            WHERE NOT EXISTS (
                SELECT 1 FROM command
                WHERE command.id = news.id::uuid AND NOT (status = 'FAILED' AND workspace_id IS NULL))
            ORDER BY position
            ON CONFLICT (id) DO NOTHING""";

    private final Sql sql;

    DueStore(Sql sql) {
        this.sql = sql;
    }

    /** These are due of those entities, in this order, and no others. What waited already keeps its place. */
    void keepOfEntities(Collection<String> entityKeys, List<Due> due) {
        sql.change(
                "DELETE FROM preprovision_due WHERE entity_key = ANY (?::text[]) AND NOT id = ANY (?::uuid[])",
                entityKeys,
                each(due, Due::id));
        add(due);
    }

    /** These are due to those owners, and no others. */
    void keepOfOwners(Collection<String> ownerKeys, List<Due> due) {
        sql.change(
                "DELETE FROM preprovision_due WHERE owner_key = ANY (?::text[]) AND NOT id = ANY (?::uuid[])",
                ownerKeys,
                each(due, Due::id));
        add(due);
    }

    private void add(List<Due> due) {
        if (!due.isEmpty()) {
            sql.change(
                    ADD,
                    each(due, Due::id),
                    each(due, Due::deployment),
                    each(due, Due::entityRef),
                    each(due, Due::owner));
        }
    }

    boolean any() {
        return sql.row("SELECT 1 AS one FROM preprovision_due LIMIT 1", row -> row.number("one"))
                .isPresent();
    }

    void remove(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.change("DELETE FROM preprovision_due WHERE id = ANY (?::uuid[])", ids);
        }
    }

    static Due read(Row row) throws SQLException {
        return new Due(
                row.id("id"),
                row.text("deployment"),
                EntityRef.parse(row.text("entity_ref")),
                UserRef.parse(row.text("user_ref")));
    }

    private static List<?> each(Collection<Due> due, Function<Due, ?> part) {
        return due.stream().map(part).toList();
    }
}
