/** Coder's workspaces and their builds, which step 4 of the flow creates, starts, stops and deletes. */
@NullMarked
package dev.greenroom.standins.coder.workspaces;

import org.jspecify.annotations.NullMarked;
