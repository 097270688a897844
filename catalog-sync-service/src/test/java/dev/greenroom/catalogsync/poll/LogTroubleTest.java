package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.LogCapture;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTroubleTest {
    private static final RuntimeException OUTAGE = new IllegalStateException("wrapped", new SQLException("gone"));
    private static final RuntimeException FAULT = new IllegalStateException("a bug");
    private static final String STACK = "\tat ";

    private final LogCapture log = LogCapture.atUsualLevels();
    private final LogTrouble trouble = new LogTrouble();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void saysOnceAndWithoutAStackThatTheDatabaseIsAway() {
        trouble.failed(OUTAGE);
        trouble.failed(OUTAGE);
        trouble.failed(OUTAGE);

        assertThat(shown()).singleElement().asString().contains("gone").doesNotContain(STACK);
    }

    @Test
    void saysOnceThatItIsBack() {
        trouble.failed(OUTAGE);
        trouble.worked();
        trouble.worked();

        assertThat(shown()).hasSize(2);
        assertThat(shown().getLast()).contains("work again");
    }

    @Test
    void saysTheNextOutageToo() {
        trouble.failed(OUTAGE);
        trouble.worked();
        trouble.failed(OUTAGE);

        assertThat(shown()).hasSize(3);
    }

    @Test
    void showsAFaultsStackAlsoWhereItFollowsAnOutage() {
        trouble.failed(OUTAGE);
        trouble.failed(FAULT);

        assertThat(shown()).hasSize(2);
        assertThat(shown().getLast()).contains("a bug", STACK + LogTroubleTest.class.getName());
    }

    @Test
    void saysNothingWhileAllIsWell() {
        trouble.worked();

        assertThat(shown()).isEmpty();
    }

    private List<String> shown() {
        return log.linesOf(LogTrouble.class.getName());
    }
}
