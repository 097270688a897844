package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Greenroom uses of an entity.
 *
 * @param uid Backstage's {@code metadata.uid}
 * @param coder {@code spec.coder} as it is, of whatever kind; null where the key is absent
 * @param sourceLocation the annotation {@code backstage.io/source-location}
 * @param owners the users that own it, through groups too; in order, and at most 2,000, since more don't fit in a message
 */
public record CatalogEntity(
        EntityRef ref,
        String uid,
        @Nullable JsonNode coder,
        @Nullable String sourceLocation,
        List<UserRef> owners) {

    private static final int MOST_OWNERS = 2_000;

    public CatalogEntity {
        owners = owners.stream().distinct().sorted().limit(MOST_OWNERS).toList();
    }
}
