/** Step 4, builds at Coder: what the commands share that begin one, follow one or end one. */
@NullMarked
package dev.greenroom.workspace.build;

import org.jspecify.annotations.NullMarked;
