package dev.greenroom.auth.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.LogCapture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnopenedRowsTest {
    private final UnopenedRows rows = new UnopenedRows();

    @Test
    void namesEachRowOnce() {
        assertThat(namedOf(places(3))).hasSize(3).first().asString().contains("row=row-0", "deployment=default");
        assertThat(namedOf(places(4))).singleElement().asString().contains("row=row-3");
    }

    @Test
    void doesNotFillTheLogWhereNothingOpens() {
        var lines = namedOf(places(UnopenedRows.NAMED + 50));

        assertThat(lines).hasSize(UnopenedRows.NAMED).last().asString().contains("more are counted, and not named");
    }

    private List<String> namedOf(List<Place> places) {
        try (var log = LogCapture.atConfiguredLevels()) {
            rows.name("some_table", places);
            return log.linesOf(UnopenedRows.class.getName());
        }
    }

    private static List<Place> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Place("default", "row-" + i, "sealed"))
                .toList();
    }
}
