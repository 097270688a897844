package dev.greenroom.outbox;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/** Where a relay's whole process stops with SIGSTOP, as a frozen container or a paused virtual machine does. */
enum StopPoint {
    BETWEEN_LEASE_AND_INIT("initTransactions", true),
    BETWEEN_INIT_AND_SELECT("initTransactions", false),
    BEFORE_SEND("beginTransaction", true),
    AFTER_SEND_BEFORE_COMMIT("commitTransaction", true),
    AFTER_COMMIT_BEFORE_DELETE("commitTransaction", false);

    private final String method;
    private final boolean before;

    StopPoint(String method, boolean before) {
        this.method = method;
        this.before = before;
    }

    /** A producer that stops the process at this point, at the given pass of it. */
    @SuppressWarnings("unchecked")
    Producer<String, byte[]> in(Producer<String, byte[]> producer, int pass) {
        var passes = new AtomicInteger();
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, called, arguments) -> {
                    var here = called.getName().equals(method) && passes.incrementAndGet() == pass;
                    if (here && before) {
                        // What was sent is at the broker, and not in a buffer.
                        producer.flush();
                        stop();
                    }
                    try {
                        return called.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (here && !before) {
                            stop();
                        }
                    }
                });
    }

    private static void stop() throws IOException, InterruptedException {
        var self = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-STOP", self).start().waitFor();
    }
}
