package dev.greenroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresqlTestResource.class, scope = TestResourceScope.GLOBAL)
class SqlTest {
    private static final String INSERT = "insert into thing (number, name) values (?, ?)";

    @Inject
    Sql sql;

    @BeforeEach
    void createTheTable() {
        sql.change("""
                create table thing (
                    number integer, name text, size bigint, sold boolean, id uuid, since timestamptz, tags text[])
                """);
    }

    @AfterEach
    void dropTheTable() {
        sql.change("drop table thing");
    }

    @Test
    void readsEachKindOfValueAsItWasGiven() {
        var id = UUID.randomUUID();
        var since = Instant.parse("2026-03-29T00:59:59.123456Z");

        int changed = sql.change(
                "insert into thing values (?, ?, ?, ?, ?, ?, ?)",
                7,
                "lamp",
                1L << 40,
                true,
                id,
                since,
                List.of("a, b", "\"c\""));

        assertThat(changed).isEqualTo(1);
        var read = sql.row(
                "select * from thing",
                row -> List.of(
                        row.integer("number"),
                        row.text("name"),
                        row.number("size"),
                        row.truth("sold"),
                        row.id("id"),
                        row.instant("since"),
                        row.texts("tags")));
        assertThat(read).contains(List.of(7, "lamp", 1L << 40, true, id, since, List.of("a, b", "\"c\"")));
    }

    @Test
    void readsNullWhereItWasGiven() {
        sql.change(
                "insert into thing values (?, ?, ?, ?, ?, ?, null)",
                Collections.nCopies(6, null).toArray());

        var read = sql.rows("select * from thing", row -> {
            var values = new ArrayList<>();
            values.add(row.textOrNull("name"));
            values.add(row.numberOrNull("size"));
            values.add(row.idOrNull("id"));
            values.add(row.instantOrNull("since"));
            return values;
        });
        assertThat(read).containsExactly(new ArrayList<>(Collections.nCopies(4, null)));
    }

    @Test
    void takesNamesAndTextsOfWhatIsNoText() {
        insert(3);
        sql.change("update thing set name = ? where number = 1", TimeUnit.DAYS);

        assertThat(numbers("name = any(?)", Set.of(new StringBuilder("2"), TimeUnit.DAYS)))
                .containsExactly(1, 2);
        assertThat(numbers("name = any(?)", List.of())).isEmpty();
    }

    @Test
    void takesArraysOfNumbersAlsoEmptyOnes() {
        insert(3);

        assertThat(numbers("number = any(?)", new int[] {0, 2})).containsExactly(0, 2);
        assertThat(numbers("number = any(?)", new int[0])).isEmpty();
        assertThat(numbers("number in (select unnest(?))", new long[] {1L << 40, 1}))
                .containsExactly(1);
        assertThat(numbers("number in (select unnest(?))", new long[0])).isEmpty();
    }

    @Test
    void readsTheFirstRowWhereThereIsOne() {
        insert(3);

        assertThat(sql.row("select number from thing order by number desc", row -> row.integer("number")))
                .contains(2);
        assertThat(sql.row("select number from thing where number > 2", row -> row.integer("number")))
                .isEmpty();
    }

    @Test
    void countsWhatItHasChanged() {
        insert(3);

        assertThat(sql.change("delete from thing where number > ?", 0)).isEqualTo(2);
        assertThat(sql.change("delete from thing where number > ?", 0)).isZero();
    }

    /** The driver makes statements of many rows of the items; how many they are the trigger tells. */
    @Test
    void changesForEachItemInFewStatements() {
        sql.change("create table statement (once boolean)");
        sql.change("""
                create or replace function note_statement() returns trigger language plpgsql as
                $$ begin insert into statement values (true); return null; end $$
                """);
        sql.change("create trigger note after insert on thing for each statement execute function note_statement()");

        insert(100);

        assertThat(numbers("true")).hasSize(100);
        assertThat(sql.rows("select * from statement", row -> row.truth("once")))
                .hasSizeLessThan(10);
        sql.change("drop table statement");
    }

    @Test
    void asksNobodyWhereThereIsNothingToChange() {
        sql.changeForEach("no statement", List.of(), item -> new Object[] {item});
    }

    @Test
    void readsOneRowAfterTheOtherWithoutHoldingThem() {
        sql.change("create sequence read");
        var readUntilTheFirst = new ArrayList<Long>();

        int count = QuarkusTransaction.requiringNew()
                .call(() -> sql.forEach(
                        """
                        select nextval('read') as number from generate_series(1, ?)
                        """,
                        row -> {
                            if (row.number("number") == 1) {
                                sql.row("select last_value from read", last -> last.number("last_value"))
                                        .ifPresent(readUntilTheFirst::add);
                            }
                        },
                        25_000));

        assertThat(count).isEqualTo(25_000);
        assertThat(readUntilTheFirst).containsExactly(10_000L);
        sql.change("drop sequence read");
    }

    @Test
    void refusesToReadOneRowAfterTheOtherWhereTheDriverWouldHoldThem() {
        assertThatThrownBy(() -> sql.forEach("select * from thing", _ -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void worksInTheCallersTransaction() {
        insert(1);

        QuarkusTransaction.begin();
        insert(5);
        sql.change("delete from thing where number = 0");
        QuarkusTransaction.rollback();

        assertThat(numbers("true")).containsExactly(0);
    }

    @Test
    void tellsWhatPostgresqlSays() {
        assertThatThrownBy(() -> sql.change("delete from no_table"))
                .isInstanceOf(DatabaseFailure.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42P01"));
        assertThatThrownBy(() -> sql.rows("select 1 as one", row -> row.number("two")))
                .isInstanceOf(DatabaseFailure.class);
    }

    /** Numbers from 0 on, whose names are the same. */
    private void insert(int count) {
        sql.changeForEach(
                INSERT, IntStream.range(0, count).boxed().toList(), number -> new Object[] {number, number.toString()});
    }

    private List<Integer> numbers(String condition, Object... parameters) {
        return sql.rows(
                "select number from thing where " + condition + " order by number",
                row -> row.integer("number"),
                parameters);
    }
}
