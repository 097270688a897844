/** Step 4, how commands come in: into the inbox once for each id, before they are acknowledged. */
@NullMarked
package dev.greenroom.workspace.inbox;

import org.jspecify.annotations.NullMarked;
