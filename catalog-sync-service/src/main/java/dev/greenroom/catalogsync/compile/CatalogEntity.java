package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What Greenroom uses of an entity.
 *
 * @param uid Backstage's {@code metadata.uid}
 * @param coder {@code spec.coder} as it is, of whatever kind; null where the key is absent
 * @param sourceLocation the annotation {@code backstage.io/source-location}
 */
public record CatalogEntity(
        EntityRef ref,
        String uid,
        @Nullable JsonNode coder,
        @Nullable String sourceLocation,
        Owners owners) {}
