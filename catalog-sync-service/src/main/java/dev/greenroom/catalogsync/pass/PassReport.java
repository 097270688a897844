package dev.greenroom.catalogsync.pass;

import java.time.Instant;

/**
 * What a pass did.
 *
 * @param seen entities in scope that were read
 * @param invalid of those, with a {@code spec.coder} that can't be used
 * @param changed of those, about which something new was published
 * @param withdrawn entities that left the catalog for good
 */
public record PassReport(
        Instant startedAt,
        Instant finishedAt,
        PassOutcome outcome,
        int seen,
        int invalid,
        int changed,
        int withdrawn) {}
