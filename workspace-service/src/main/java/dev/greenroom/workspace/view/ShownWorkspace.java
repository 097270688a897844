package dev.greenroom.workspace.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.greenroom.contracts.Workspace;
import java.time.Instant;

/**
 * A workspace as the view shows it.
 *
 * @param seenAt when Coder showed it so, on the database's clock
 */
public record ShownWorkspace(@JsonUnwrapped Workspace workspace, Instant seenAt) {}
