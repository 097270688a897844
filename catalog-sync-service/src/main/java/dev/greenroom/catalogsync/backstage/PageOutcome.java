package dev.greenroom.catalogsync.backstage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a page. */
public sealed interface PageOutcome permits PageOutcome.Page, ReadFailure {

    /** @param nextCursor null on the last page */
    record Page(List<SlimEntity> entities, @Nullable String nextCursor) implements PageOutcome {
        public Page {
            entities = List.copyOf(entities);
        }
    }
}
