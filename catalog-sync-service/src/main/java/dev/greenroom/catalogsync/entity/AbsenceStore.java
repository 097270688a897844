package dev.greenroom.catalogsync.entity;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What complete passes have not seen, in one of the tables whose rows have numbers; reads half a million of them without
 * holding them. For how long something is missing is told by the database's clock, since leaders change.
 */
public final class AbsenceStore {
    private static final int ROWS_AT_A_TIME = 10_000;

    private final DataSource database;
    private final String deployment;
    private final String newest;
    private final String live;
    private final String note;
    private final String overdue;

    /** @param condition which rows can be missed */
    public AbsenceStore(DataSource database, String deployment, String table, String condition) {
        this.database = database;
        this.deployment = deployment;
        this.newest = "select coalesce(max(number), 0) from " + table;
        this.live = "select number from " + table + " where deployment = ? and number <= ? and " + condition;
        this.note = "update " + table + " set missing_since = clock_timestamp()"
                + " where deployment = ? and number = any(?) and missing_since is null";
        this.overdue = "select number from " + table
                + " where deployment = ? and missing_since <= clock_timestamp() - ? * interval '1 millisecond' and "
                + condition + " order by number";
    }

    /**
     * What a pass has missed.
     *
     * @param known how many it should have seen
     * @param numbers those that it has not
     */
    public record Unseen(int known, List<Integer> numbers) {
        public Unseen {
            numbers = List.copyOf(numbers);
        }
    }

    /** The number of the newest row. A pass looks for those that were there when it began. */
    public int newest() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(newest);
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the newest row can't be read", e);
        }
    }

    /** To be called in a transaction: without one the driver would read all rows at once. */
    public Unseen unseen(SeenNumbers seen, int newest) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(live)) {
            statement.setString(1, deployment);
            statement.setInt(2, newest);
            statement.setFetchSize(ROWS_AT_A_TIME);
            var numbers = new ArrayList<Integer>();
            int known = 0;
            var rows = statement.executeQuery();
            while (rows.next()) {
                known++;
                if (!seen.has(rows.getInt(1))) {
                    numbers.add(rows.getInt(1));
                }
            }
            return new Unseen(known, numbers);
        } catch (SQLException e) {
            throw new IllegalStateException("what was not seen can't be read", e);
        }
    }

    /** From now on these are missing, where they aren't already. */
    public void note(List<Integer> numbers) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(note)) {
            statement.setString(1, deployment);
            statement.setArray(2, connection.createArrayOf("integer", numbers.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is missing can't be noted", e);
        }
    }

    /** Those that have been missing for so long at least. */
    public List<Integer> overdue(Duration grace) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(overdue)) {
            statement.setString(1, deployment);
            statement.setLong(2, grace.toMillis());
            var numbers = new ArrayList<Integer>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("what has been missing can't be read", e);
        }
    }
}
