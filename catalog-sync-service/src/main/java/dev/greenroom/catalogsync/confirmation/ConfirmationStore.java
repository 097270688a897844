package dev.greenroom.catalogsync.confirmation;

import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import javax.sql.DataSource;
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
            returning confirmed_at + interval '1 hour'
            """;
    private static final String UP_TO = """
            select up_to from catalog_withdrawal_confirmation
             where deployment = ? and confirmed_at > clock_timestamp() - interval '1 hour'
            """;
    private static final String USED = """
            delete from catalog_withdrawal_confirmation where deployment = ?
            """;

    private final DataSource database;
    private final String deployment;

    ConfirmationStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** Takes the place of an earlier one. */
    Confirmation confirm(int upTo, UserRef by) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CONFIRM)) {
            statement.setString(1, deployment);
            statement.setInt(2, upTo);
            statement.setString(3, by.toString());
            var row = statement.executeQuery();
            row.next();
            return new Confirmation(
                    upTo, by, row.getObject(1, OffsetDateTime.class).toInstant());
        } catch (SQLException e) {
            throw new IllegalStateException("a confirmation can't be kept", e);
        }
    }

    /** How much that is missing may be withdrawn; empty where nobody has confirmed that within the hour. */
    public OptionalInt upTo() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(UP_TO)) {
            statement.setString(1, deployment);
            var row = statement.executeQuery();
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the confirmation can't be read", e);
        }
    }

    /** Forgets it, since it counts once. */
    public void used() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(USED)) {
            statement.setString(1, deployment);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the confirmation can't be deleted", e);
        }
    }
}
