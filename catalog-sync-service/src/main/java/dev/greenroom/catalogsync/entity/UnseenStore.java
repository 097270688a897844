package dev.greenroom.catalogsync.entity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the entities that a complete pass has not seen; reads half a million rows without holding them. */
@ApplicationScoped
public class UnseenStore {
    private static final String LIVE = """
            select number from catalog_entity where deployment = ? and state <> 'WITHDRAWN' and number <= ?
            """;
    private static final String NEWEST = """
            select coalesce(max(number), 0) from catalog_entity
            """;
    private static final int ROWS_AT_A_TIME = 10_000;

    private final DataSource database;
    private final String deployment;

    UnseenStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** The number of the newest row. A pass looks for those that were there when it began. */
    public int newest() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NEWEST);
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the newest entity can't be read", e);
        }
    }

    /** To be called in a transaction: without one the driver would read all rows at once. */
    public Unseen unseen(SeenEntities seen, int newest) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LIVE)) {
            statement.setString(1, deployment);
            statement.setInt(2, newest);
            statement.setFetchSize(ROWS_AT_A_TIME);
            return unseen(seen, statement.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException("the unseen entities can't be read", e);
        }
    }

    private static Unseen unseen(SeenEntities seen, ResultSet rows) throws SQLException {
        var numbers = new ArrayList<Integer>();
        int known = 0;
        while (rows.next()) {
            known++;
            if (!seen.has(rows.getInt(1))) {
                numbers.add(rows.getInt(1));
            }
        }
        return new Unseen(known, numbers);
    }
}
