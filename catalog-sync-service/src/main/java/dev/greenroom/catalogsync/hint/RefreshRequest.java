package dev.greenroom.catalogsync.hint;

import dev.greenroom.contracts.EntityRef;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may have changed in the catalog.
 *
 * @param entityRefs full references; null for the whole catalog
 */
record RefreshRequest(
        @Size(min = 1, max = 500, message = "must be 1 to 500 entity references") @Nullable List<@NotNull(message = "must be a full entity reference, kind:namespace/name") EntityRef> entityRefs) {}
