/**
 * Step 4, where the workspaces that were created here come from, and how the configuration of their entities differs by
 * now from what they were created from.
 */
@NullMarked
package dev.greenroom.workspace.origin;

import org.jspecify.annotations.NullMarked;
