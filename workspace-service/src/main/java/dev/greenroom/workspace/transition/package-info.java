/** Step 4, starting, stopping, restarting, updating and deleting a workspace at Coder, each build once, whatever breaks. */
@NullMarked
package dev.greenroom.workspace.transition;

import org.jspecify.annotations.NullMarked;
