package dev.greenroom.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code ./greenroom up}: starts everything, says where it is, and tells what happens until Ctrl-C or {@code down}. */
final class Up {
    private Up() {}

    public static void main(String[] args) throws InterruptedException {
        var home = Home.ofScript();
        if (args.length > 0 && args[0].equals("--detach")) {
            System.exit(Detach.start(home));
        }
        var lock = lock(home);
        if (lock.isEmpty()) {
            Running.read(home)
                    .ifPresentOrElse(
                            running -> System.out.println("already up: " + running.gateway()),
                            () -> System.out.println("already starting"));
            return;
        }
        Down.endLeftOvers(home);
        run(home);
    }

    /** Held until this process ends, in whichever way. */
    private static Optional<FileLock> lock(Home home) {
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Home home) throws InterruptedException {
        var console = new Console(System.out);
        var started = started();
        try {
            var neighbours = Neighbours.of(System.getenv());
            var greenroom = Greenroom.start(home, neighbours, console::ready, console::story);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, greenroom)));
            if (neighbours.allStandIns()) {
                new DemoAccounts(greenroom).link("jane");
            }
            greenroom.describe().write(home);
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

    private static void stop(Home home, Greenroom greenroom) {
        greenroom.close();
        Running.forget(home);
    }
}
