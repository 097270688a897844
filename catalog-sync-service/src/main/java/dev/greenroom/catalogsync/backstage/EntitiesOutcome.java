package dev.greenroom.catalogsync.backstage;

import dev.greenroom.contracts.EntityRef;
import java.util.Map;

/** What came of asking for some entities by reference. */
public sealed interface EntitiesOutcome permits EntitiesOutcome.Found, ReadFailure {

    /**
     * Those that are there, readable or not; the others are not in the catalog, or not in the part of it that was asked
     * about.
     */
    record Found(Map<EntityRef, BackstageEntity> entities) implements EntitiesOutcome {
        public Found {
            entities = Map.copyOf(entities);
        }
    }
}
