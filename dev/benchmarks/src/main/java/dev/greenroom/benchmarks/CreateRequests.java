package dev.greenroom.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Requests at a steady rate, whether or not the earlier ones were answered, so that a slow answer hides nothing. */
final class CreateRequests {
    private final BenchUsers users;
    private final CreateCalls creates;
    private int rounds;

    CreateRequests(BenchUsers users, CreateCalls creates) {
        this.users = users;
        this.creates = creates;
    }

    /** From the moment that a request is sent to Coder's create call, in milliseconds. */
    Samples send(List<String> owners, int perSecond, Duration howLong) {
        var prefix = "round-" + ++rounds + "-";
        int count = (int) (howLong.toSeconds() * perSecond);
        var sent = new ConcurrentHashMap<String, Instant>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                LockSupport.parkNanos(began + i * 1_000_000_000L / perSecond - System.nanoTime());
                var owner = owners.get(i % owners.size());
                var name = prefix + i;
                threads.submit(() -> {
                    sent.put(name, Instant.now());
                    users.create(owner, name);
                });
            }
        }
        return between(sent, creates.await(prefix, count));
    }

    static Samples between(Map<String, Instant> sent, Map<String, Instant> created) {
        return new Samples(sent.entrySet().stream()
                .filter(entry -> created.containsKey(entry.getKey()))
                .map(entry -> Duration.between(entry.getValue(), created.get(entry.getKey()))
                                .toNanos()
                        / 1e6)
                .toList());
    }
}
