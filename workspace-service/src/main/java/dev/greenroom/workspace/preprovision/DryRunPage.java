package dev.greenroom.workspace.preprovision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the report, by entity and owner.
 *
 * @param nextCursor what the next page is asked for with; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRunPage(List<DryRunItem> items, @Nullable String nextCursor) {
    DryRunPage {
        items = List.copyOf(items);
    }
}
