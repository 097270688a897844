/** Coder's workspaces and their builds, which start, stop and delete them. Step 4 of the flow creates and stops only. */
@NullMarked
package dev.greenroom.standins.coder.workspaces;

import org.jspecify.annotations.NullMarked;
