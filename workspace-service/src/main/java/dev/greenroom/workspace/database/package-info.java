/** Step 4, plain statements for the tables whose locks and clocks matter more than their objects. */
@NullMarked
package dev.greenroom.workspace.database;

import org.jspecify.annotations.NullMarked;
