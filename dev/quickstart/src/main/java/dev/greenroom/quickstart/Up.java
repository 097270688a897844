package dev.greenroom.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./greenroom up}: starts everything, says where it is, and tells what happens until Ctrl-C or {@code down}. */
final class Up {
    private Up() {}

    public static void main(String[] args) throws InterruptedException {
        var home = Home.ofScript();
        if (OnlyOne.isThere(home)) {
            System.exit(sayThatItIsThere(home));
        }
        if (args.length > 0 && args[0].equals("--detach")) {
            System.exit(Detach.start(home));
        }
        OnlyOne.claim(home);
        Down.endLeftOvers(home);
        run(home);
    }

    /** The exit code: 0 only where there is something to use. */
    private static int sayThatItIsThere(Home home) {
        var running = Running.read(home);
        var up = running.isPresent() && Status.wholeIsReady(running.get());
        System.out.println(
                up
                        ? "already up: " + running.get().gateway()
                        : "another ./greenroom up is starting or stopping it; ./greenroom status says how far it is");
        return up ? 0 : 1;
    }

    private static void run(Home home) throws InterruptedException {
        var console = new Console(System.out);
        var started = started();
        try {
            var neighbours = Neighbours.of(System.getenv());
            var linked = neighbours.allStandIns() ? List.of("jane") : List.<String>of();
            var greenroom = Greenroom.start(home, neighbours, linked, console::ready, console::story);
            var hint = neighbours.hint(greenroom.gateway());
            if (hint != null) {
                console.hint(hint);
            }
            console.allReady(Duration.between(started, Instant.now()), greenroom.gateway());
            greenroom
                    .parts()
                    .forEach(part ->
                            part.handle().onExit().thenRun(() -> console.ended(part.name(), home.log(part.name()))));
            new CountDownLatch(1).await();
        } catch (Launch.PartFailed e) {
            System.out.println("failed: " + e.getMessage());
            System.exit(1);
        }
    }

    /** What the user waits for began with this JVM. */
    private static Instant started() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }
}
