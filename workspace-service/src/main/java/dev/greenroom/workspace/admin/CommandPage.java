package dev.greenroom.workspace.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some commands, those that came last first.
 *
 * @param nextCursor what the next page is asked for with; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandPage(List<AdminCommand> items, @Nullable String nextCursor) {
    CommandPage {
        items = List.copyOf(items);
    }
}
