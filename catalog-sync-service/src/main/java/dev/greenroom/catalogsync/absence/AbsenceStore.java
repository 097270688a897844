package dev.greenroom.catalogsync.absence;

import dev.greenroom.database.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What complete passes have not seen, in one of the tables whose rows have numbers; reads half a million of them without
 * holding them. For how long something is missing is told by the database's clock, since leaders change.
 */
public final class AbsenceStore {
    private final Sql sql;
    private final String deployment;
    private final String newest;
    private final String live;
    private final String note;
    private final String overdue;

    /** @param condition which rows can be missed */
    public AbsenceStore(Sql sql, String deployment, String table, String condition) {
        this.sql = sql;
        this.deployment = deployment;
        this.newest = "select coalesce(max(number), 0) as newest from " + table;
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
        return sql.row(newest, row -> row.integer("newest")).orElseThrow();
    }

    /**
     * What a pass has not seen. To be called in a transaction.
     *
     * @param seen whether it has seen the row of a number
     */
    public Unseen unseen(IntPredicate seen, int newest) {
        var numbers = new ArrayList<Integer>();
        int known = sql.forEach(
                live,
                row -> {
                    int number = row.integer("number");
                    if (!seen.test(number)) {
                        numbers.add(number);
                    }
                },
                deployment,
                newest);
        return new Unseen(known, numbers);
    }

    /** From now on these are missing, where they aren't already. */
    public void note(List<Integer> numbers) {
        sql.change(
                note, deployment, numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Those that have been missing for so long at least. */
    public List<Integer> overdue(Duration grace) {
        return sql.rows(overdue, row -> row.integer("number"), deployment, grace.toMillis());
    }
}
