/** Beside step 3 of the flow: records that could not be kept, as operators see them, and their replay. */
@NullMarked
package dev.greenroom.workspace.deadletter;

import org.jspecify.annotations.NullMarked;
