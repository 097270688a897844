package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTroubleTest {
    private static final RuntimeException OUTAGE = new IllegalStateException("wrapped", new SQLException("gone"));
    private static final RuntimeException FAULT = new IllegalStateException("a bug");

    private final Logger logger = Logger.getLogger(LogTrouble.class.getName());
    private final Shown shown = new Shown();
    private final LogTrouble trouble = new LogTrouble();

    @BeforeEach
    void listen() {
        logger.addHandler(shown);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(shown);
    }

    @Test
    void saysOnceAndWithoutAStackThatTheDatabaseIsAway() {
        trouble.failed(OUTAGE);
        trouble.failed(OUTAGE);
        trouble.failed(OUTAGE);

        assertThat(shown.lines).hasSize(1);
        assertThat(shown.lines.getFirst().getThrown()).isNull();
        assertThat(textOf(shown.lines.getFirst())).contains("gone");
    }

    @Test
    void saysOnceThatItIsBack() {
        trouble.failed(OUTAGE);
        trouble.worked();
        trouble.worked();

        assertThat(shown.lines).hasSize(2);
        assertThat(textOf(shown.lines.getLast())).contains("work again");
    }

    @Test
    void saysTheNextOutageToo() {
        trouble.failed(OUTAGE);
        trouble.worked();
        trouble.failed(OUTAGE);

        assertThat(shown.lines).hasSize(3);
    }

    @Test
    void showsAFaultsStackAlsoWhereItFollowsAnOutage() {
        trouble.failed(OUTAGE);
        trouble.failed(FAULT);

        assertThat(shown.lines).hasSize(2);
        assertThat(shown.lines.getLast().getThrown()).isSameAs(FAULT);
    }

    @Test
    void saysNothingWhileAllIsWell() {
        trouble.worked();

        assertThat(shown.lines).isEmpty();
    }

    private static String textOf(LogRecord line) {
        return ((ExtLogRecord) line).getFormattedMessage();
    }

    private static final class Shown extends Handler {
        private final List<LogRecord> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                lines.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
