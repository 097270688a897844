/** Step 4, creating a workspace at Coder once, whatever breaks in between, and following its build until it settles. */
@NullMarked
package dev.greenroom.workspace.create;

import org.jspecify.annotations.NullMarked;
