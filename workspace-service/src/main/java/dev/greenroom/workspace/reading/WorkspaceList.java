package dev.greenroom.workspace.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.workspace.view.ShownWorkspace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An owner's workspaces.
 *
 * @param refreshedAt when all of them were read last; null where they never were
 * @param refreshDue whether asking for a new list makes sense: the account is linked, the view is old or empty, and no
 *     list is under way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkspaceList(List<ShownWorkspace> items, @Nullable Instant refreshedAt, boolean refreshDue) {}
