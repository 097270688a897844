package dev.greenroom.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code ./greenroom down}: ends what {@code up} started, and nothing else. */
final class Down {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Down() {}

    public static void main(String[] args) {
        var home = Home.ofScript();
        var running = Running.read(home);
        if (running.isEmpty()) {
            System.out.println("nothing is up");
            return;
        }
        // The launcher stops its parts in their order when it is asked to end.
        end(running.get().launcher().handle().stream().toList());
        endLeftOvers(home);
        System.out.println("down; data stays in " + home.folder());
    }

    /** Asks them to end, waits, and ends hard what has not. */
    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (Exception e) {
            throw new IllegalStateException("could not wait for what was to end", e);
        }
    }

    /** Parts whose launcher was killed live on; they are known by id and start, so that nobody else is hit. */
    static void endLeftOvers(Home home) {
        Running.read(home).ifPresent(running -> {
            end(running.parts().stream()
                    .map(part -> part.process().handle())
                    .flatMap(Optional::stream)
                    .toList());
            Running.forget(home);
        });
    }
}
