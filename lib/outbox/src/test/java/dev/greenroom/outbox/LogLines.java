package dev.greenroom.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What an operator reads of the outbox and its client. */
final class LogLines extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    void listen() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        var name = record.getLoggerName();
        if (name.startsWith("dev.greenroom.outbox") || name.startsWith("org.apache.kafka.clients")) {
            lines.add(ExtLogRecord.wrap(record).getFormattedMessage());
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
