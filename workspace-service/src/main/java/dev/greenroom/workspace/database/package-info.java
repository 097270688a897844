/** Step 4, the messages that rows keep, also those that a later version wrote. */
@NullMarked
package dev.greenroom.workspace.database;

import org.jspecify.annotations.NullMarked;
