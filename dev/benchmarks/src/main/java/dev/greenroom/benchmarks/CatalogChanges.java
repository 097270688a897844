package dev.greenroom.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Entities that opt in to pre-provisioning, at moments that have nothing to do with those of the poll. */
final class CatalogChanges {
    private static final String PREFIX = "changed-";
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final BenchCatalog catalog;
    private final CreateCalls creates;

    CatalogChanges(BenchCatalog catalog, CreateCalls creates) {
        this.catalog = catalog;
        this.creates = creates;
    }

    /** From the moment that an entity is readable in the catalog to Coder's create call, in milliseconds. */
    Samples make(List<String> owners, int count) {
        var readable = new HashMap<String, Instant>();
        for (int i = 0; i < count; i++) {
            var name = PREFIX + i;
            catalog.optIn(name, owners.get(i % owners.size()));
            readable.put(name, Instant.now());
            LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS))
                    .toNanos());
        }
        return CreateRequests.between(readable, creates.await(PREFIX, count));
    }
}
