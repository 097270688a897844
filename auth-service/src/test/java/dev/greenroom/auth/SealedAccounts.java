package dev.greenroom.auth;

import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.Seal;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Linked accounts by the thousand, with tokens that any seal has sealed; no Coder and no Kafka is asked. */
@ApplicationScoped
public class SealedAccounts {
    private static final String MARK = "sealed-account";
    private static final String ADD = """
            with added as (
                insert into coder_grant (id, deployment, coder_user_id, coder_username, sealed_token)
                values (?, 'default', ?, '%s', ?) returning id)
            insert into account (deployment, user_ref, grant_id, linked_at)
            select 'default', ?, id, now() from added
            """.formatted(MARK);

    private final DataSource database;

    /** An account and its one grant. */
    public record Row(UserRef user, UUID grant) {

        public Place place() {
            return new Place("default", grant.toString(), "sealed_token");
        }

        public String token() {
            return "token-" + grant;
        }
    }

    SealedAccounts(DataSource database) {
        this.database = database;
    }

    public List<Row> add(int count, Seal seal) {
        var rows = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            for (int i = 0; i < count; i++) {
                var row = new Row(UserRef.parse("user:default/" + UUID.randomUUID()), UUID.randomUUID());
                statement.setObject(1, row.grant());
                statement.setObject(2, UUID.randomUUID());
                statement.setBytes(3, seal.seal(row.token().getBytes(), row.place()));
                statement.setString(4, row.user().toString());
                statement.addBatch();
                rows.add(row);
            }
            statement.executeBatch();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] sealed(Row row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select sealed_token from coder_grant where id = ?")) {
            statement.setObject(1, row.grant());
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes as anybody with the database's password can; in the caller's transaction where there is one. */
    public void write(Row row, byte[] sealed) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("update coder_grant set sealed_token = ? where id = ?")) {
            statement.setBytes(1, sealed);
            statement.setObject(2, row.grant());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void deleteAll() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "delete from account where grant_id in (select id from coder_grant where coder_username = '" + MARK
                            + "')");
            statement.execute("delete from coder_grant where coder_username = '" + MARK + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
