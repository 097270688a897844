package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code spec.coder} as its author wrote it: null is what isn't there, and an empty text is one that is.
 *
 * @param params in the author's order
 */
record CoderSpec(
        @Nullable String templateName,
        CoderConfig.@Nullable Mode mode,
        Map<String, String> params,
        @Nullable String organization,
        @Nullable String preset,
        @Nullable String deployment,
        @Nullable OptIn preprovision) {

    static final CoderSpec EMPTY = new CoderSpec(null, null, Map.of(), null, null, null, null);
}
