/** Step 4, listing: an owner's workspaces are read at Coder, and the view is brought up to date. */
@NullMarked
package dev.greenroom.workspace.list;

import org.jspecify.annotations.NullMarked;
