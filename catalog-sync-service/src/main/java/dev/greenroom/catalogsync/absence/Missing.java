package dev.greenroom.catalogsync.absence;

import dev.greenroom.contracts.EntityRef;
import java.time.Instant;

/**
 * An entity, or a group that owns one, that is known and that the last complete pass has not seen.
 *
 * @param missingSince when a pass first missed it, and each one after that, by the database's clock
 */
public record Missing(EntityRef entityRef, Instant missingSince) {}
