package dev.greenroom.workspace.origin;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace comes from.
 *
 * @param buildId its first build
 * @param configured null for one that a version created which did not keep it
 */
public record Origin(
        UUID workspaceId,
        CreateWorkspace command,
        UUID buildId,
        @Nullable Configured configured) {}
