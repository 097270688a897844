package dev.greenroom.quickstart;

import java.time.Duration;
import java.util.Optional;
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
        running.get().launcher().handle().ifPresent(Down::end);
        endLeftOvers(home);
        System.out.println("down; data stays in " + home.folder());
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (Exception e) {
            throw new IllegalStateException("could not wait for the launcher", e);
        }
    }

    /** Parts whose launcher was killed live on; they are known by id and start, so that nobody else is hit. */
    static void endLeftOvers(Home home) {
        Running.read(home).ifPresent(running -> {
            running.parts().reversed().stream()
                    .map(part -> part.process().handle())
                    .flatMap(Optional::stream)
                    .forEach(Down::end);
            Running.forget(home);
        });
    }
}
