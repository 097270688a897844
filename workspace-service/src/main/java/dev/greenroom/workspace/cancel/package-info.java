/** Step 4, canceling the build of a workspace that is under way. */
@NullMarked
package dev.greenroom.workspace.cancel;

import org.jspecify.annotations.NullMarked;
