package dev.greenroom.standins;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while it is open, by whomever: category, text, and exceptions with all their causes. */
public final class LogCapture extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final PatternFormatter format = new PatternFormatter("%c %s%e");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogCapture() {
        setLevel(Level.ALL);
        root.addHandler(this);
    }

    /** Hears what each category's own level lets through. */
    public static LogCapture atConfiguredLevels() {
        return new LogCapture();
    }

    /** Hears what an operator does who has set no level: whoever counts lines, counts those. */
    public static LogCapture atUsualLevels() {
        var capture = new LogCapture();
        capture.setLevel(Level.INFO);
        return capture;
    }

    /** Hears all but what a category's own level or the build keeps back. */
    public static LogCapture atAllLevels() {
        var capture = new LogCapture();
        capture.root.setLevel(Level.ALL);
        return capture;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Those of some categories and what is below them. */
    public List<String> linesOf(String... categories) {
        return lines.stream()
                .filter(line -> Stream.of(categories).anyMatch(line::startsWith))
                .toList();
    }

    /** Whether a line has the token's last part, which alone makes it good. */
    public boolean shows(String token) {
        var secret = token.substring(token.lastIndexOf('.') + 1);
        return lines.stream().anyMatch(line -> line.contains(secret));
    }

    @Override
    public void publish(LogRecord logged) {
        if (isLoggable(logged)) {
            lines.add(format.format(ExtLogRecord.wrap(logged)));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
