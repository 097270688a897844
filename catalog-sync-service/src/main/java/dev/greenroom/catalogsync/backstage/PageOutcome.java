package dev.greenroom.catalogsync.backstage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a page. */
public sealed interface PageOutcome permits PageOutcome.Page, ReadFailure {

    /**
     * @param nextCursor null on the last page
     * @param unreadable how many of the page's items had no name or uid to know them by
     */
    record Page(List<BackstageEntity> entities, @Nullable String nextCursor, int unreadable) implements PageOutcome {
        public Page {
            entities = List.copyOf(entities);
        }
    }
}
