package dev.greenroom.chaos;

import dev.greenroom.quickstart.Home;
import dev.greenroom.quickstart.Replicas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Kills processes with SIGKILL, and starts each again at once, while the others go on or are killed themselves. */
final class KillAndStart implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Replicas replicas;
    private final Leaders leaders;
    private final Home home;
    private final Map<String, CompletableFuture<Void>> starting = new ConcurrentHashMap<>();
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    KillAndStart(Replicas replicas, Home home) {
        this.replicas = replicas;
        this.leaders = new Leaders(replicas.kafka());
        this.home = home;
    }

    private String partOf(Kill kill) {
        return switch (kill.victim()) {
            case WORKSPACE_SERVICE -> {
                var well = replicas.names().stream().filter(this::isWell).toList();
                yield well.get(kill.draw() % well.size());
            }
            case KAFKA -> replicas.brokers().get(leaders.ofPartition(kill.draw()) - 1);
            case POSTGRESQL -> Replicas.POSTGRESQL;
        };
    }

    /** Whether there is one to hit; of brokers all, since the others have to have followed before. */
    boolean isWell(Victim victim) {
        return switch (victim) {
            case WORKSPACE_SERVICE -> replicas.names().stream().anyMatch(this::isWell);
            case KAFKA -> replicas.brokers().stream().allMatch(this::isWell);
            case POSTGRESQL -> isWell(Replicas.POSTGRESQL);
        };
    }

    private boolean isWell(String part) {
        var start = starting.get(part);
        return start == null || start.isDone();
    }

    /**
     * Kills one process, if there is work for it to be missed at. A broker is killed while the others don't follow it, so
     * that it alone has what is sent then.
     *
     * @param work sends some, and gives how much is under way
     * @return what was done, in words
     */
    String carryOut(Kill kill, IntSupplier work) {
        if (!isWell(kill.victim())) {
            return "did not kill " + kill.victim() + ", which is not up";
        }
        var part = partOf(kill);
        var followers = kill.victim() == Victim.KAFKA
                ? replicas.brokers().stream()
                        .filter(broker -> !broker.equals(part))
                        .toList()
                : List.<String>of();
        followers.forEach(replicas::freeze);
        try {
            int open = work.getAsInt();
            if (open == 0) {
                return "did not kill " + part + ", with " + open + " commands open";
            }
            kill(kill.victim(), part);
            return "killed " + part + " with " + open + " commands open";
        } finally {
            followers.forEach(replicas::thaw);
        }
    }

    private void kill(Victim victim, String part) {
        replicas.kill(part);
        kills.merge(victim, 1, Integer::sum);
        keepLog(part);
        starting.put(
                part,
                CompletableFuture.runAsync(
                        () -> replicas.startUntilWell(part),
                        task -> Thread.ofVirtual().start(task)));
    }

    /** The next process of that name begins it anew. */
    private void keepLog(String part) {
        var logs = home.folder().resolve("logs");
        try {
            Files.move(logs.resolve(part + ".log"), logs.resolve(part + ".until-kill-" + count() + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitAllWell() {
        CompletableFuture.allOf(starting.values().toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    int count() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return kills.entrySet().stream()
                .map(kill -> kill.getKey() + "=" + kill.getValue())
                .collect(Collectors.joining(" ", "kills=" + count() + " (", ")"));
    }

    @Override
    public void close() {
        leaders.close();
    }
}
