package dev.greenroom.quickstart;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Starts the parts side by side, each once what it needs is ready or done. */
final class Launch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Home home;
    private final List<Part> parts;
    private final List<Errand> errands;
    private final Consumer<RunningPart> onStarted;
    private final BiConsumer<Part, Duration> onReady;
    private final Map<String, RunningPart> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * A launch of these parts with these errands, not begun yet.
     *
     * @param onStarted told of each process as soon as there is one
     * @param onReady told of each part that is ready, and how long it took; what needs the part waits for it
     */
    Launch(
            Home home,
            List<Part> parts,
            List<Errand> errands,
            Consumer<RunningPart> onStarted,
            BiConsumer<Part, Duration> onReady) {
        this.home = home;
        this.parts = parts;
        this.errands = errands;
        this.onStarted = onStarted;
        this.onReady = onReady;
    }

    /** A part that ended before it was ready, or is not ready in time. The message is for the one who started it. */
    static final class PartFailed extends RuntimeException {
        PartFailed(String message) {
            super(message);
        }
    }

    /**
     * Returns when all parts are ready and all errands done.
     *
     * @throws PartFailed for the first that is not going to be; the others run on until {@link #close}
     */
    void start() {
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        // All first: parts wait for errands, and errands for parts.
        parts.forEach(part -> ready.put(part.name(), new CompletableFuture<>()));
        errands.forEach(errand -> ready.put(errand.name(), new CompletableFuture<>()));
        parts.forEach(part -> after(part.needs(), ready, part.name(), () -> startOne(part)));
        errands.forEach(errand -> after(errand.needs(), ready, errand.name(), () -> run(errand)));
        try {
            firstFailureOf(ready).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PartFailed failed) {
                throw failed;
            }
            throw e;
        }
    }

    private void run(Errand errand) {
        if (closed) {
            return;
        }
        try {
            errand.deed().run();
        } catch (UncheckedIOException e) {
            throw new PartFailed(errand.name() + ": " + e.getCause());
        }
    }

    private static void after(
            List<String> needs, Map<String, CompletableFuture<Void>> ready, String name, Runnable deed) {
        var mine = Objects.requireNonNull(ready.get(name));
        CompletableFuture.allOf(needs.stream().map(ready::get).toArray(CompletableFuture[]::new))
                .thenRunAsync(deed, THREADS)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        mine.complete(null);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
    }

    private static CompletableFuture<Void> firstFailureOf(Map<String, CompletableFuture<Void>> ready) {
        var all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        ready.values()
                .forEach(one -> one.whenComplete((done, failure) -> {
                    if (failure != null) {
                        all.completeExceptionally(failure);
                    }
                }));
        return all;
    }

    private void startOne(Part part) {
        if (closed) {
            return;
        }
        long started = System.nanoTime();
        var process = RunningPart.start(part, home.log(part.name()));
        running.put(part.name(), process);
        onStarted.accept(process);
        if (closed) {
            // It began while the others were being stopped.
            process.stop(STOP_PATIENCE);
            return;
        }
        while (!process.ready()) {
            var waited = Duration.ofNanos(System.nanoTime() - started);
            if (!process.alive() && !closed) {
                throw new PartFailed(part.name() + " ended with code " + process.exitCode() + tail(process));
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw new PartFailed(part.name() + " is not ready after " + waited.toSeconds() + " s" + tail(process));
            }
            pause();
        }
        onReady.accept(part, Duration.ofNanos(System.nanoTime() - started));
    }

    private String tail(RunningPart process) {
        return "; its log, " + home.log(process.name()) + ", ends:\n"
                + process.lastLines(15).stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted");
        }
    }

    void kill(String part) {
        Objects.requireNonNull(running.get(part), part).kill();
    }

    void startAgain(String name) {
        parts.stream().filter(part -> part.name().equals(name)).forEach(this::startOne);
    }

    List<RunningPart> running() {
        return parts.stream()
                .map(part -> running.get(part.name()))
                .filter(process -> process != null)
                .toList();
    }

    /** Stops them from the last to the first, so that each can still reach what it needs. */
    @Override
    public void close() {
        closed = true;
        running().reversed().forEach(process -> process.stop(STOP_PATIENCE));
    }
}
