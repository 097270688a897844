package dev.greenroom.chaos;

import dev.greenroom.quickstart.Replicas;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Kills processes with SIGKILL, and starts each again at once, while the others go on or are killed themselves. */
final class KillAndStart {
    private final Replicas replicas;
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    KillAndStart(Replicas replicas) {
        this.replicas = replicas;
    }

    String partOf(Kill kill) {
        return switch (kill.victim()) {
            case WORKSPACE_SERVICE -> replicas.names().get(kill.replica());
            case KAFKA -> Replicas.KAFKA;
            case POSTGRESQL -> Replicas.POSTGRESQL;
        };
    }

    boolean isWell(Kill kill) {
        return !down.contains(partOf(kill));
    }

    boolean allWell() {
        return down.isEmpty();
    }

    void carryOut(Kill kill) {
        var part = partOf(kill);
        down.add(part);
        replicas.kill(part);
        kills.merge(kill.victim(), 1, Integer::sum);
        Thread.ofVirtual().name("start " + part).start(() -> {
            replicas.startUntilWell(part);
            down.remove(part);
        });
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
}
