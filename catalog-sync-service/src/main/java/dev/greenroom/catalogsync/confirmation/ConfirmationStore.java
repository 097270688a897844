package dev.greenroom.catalogsync.confirmation;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The confirmation that waits to be used: one at most, the last one. It is good for an hour, by the database's clock, so
 * that one that was not needed lets nothing pass at some later time.
 */
@ApplicationScoped
public class ConfirmationStore {
    private static final String CONFIRM = """
            insert into catalog_withdrawal_confirmation (deployment, up_to, confirmed_by, confirmed_at)
            values (?, ?, ?, clock_timestamp())
            on conflict (deployment) do update
               set up_to = excluded.up_to, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
            returning confirmed_at + interval '1 hour' as until
            """;
    private static final String UP_TO = """
            select up_to from catalog_withdrawal_confirmation
             where deployment = ? and confirmed_at > clock_timestamp() - interval '1 hour'
            """;
    private static final String USED = """
            delete from catalog_withdrawal_confirmation where deployment = ?
            """;

    private final Sql sql;
    private final String deployment;

    ConfirmationStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** Takes the place of an earlier one. */
    Confirmation confirm(int upTo, UserRef by) {
        return sql.row(
                        CONFIRM,
                        row -> new Confirmation(upTo, by, row.instant("until")),
                        deployment,
                        upTo,
                        by.toString())
                .orElseThrow();
    }

    /** How much that is missing may be withdrawn; empty where nobody has confirmed that within the hour. */
    public OptionalInt upTo() {
        return sql.rows(UP_TO, row -> row.integer("up_to"), deployment).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** Forgets it, since it counts once. */
    public void used() {
        sql.change(USED, deployment);
    }
}
