/** Step 4, the messages and the JSON that rows keep, also messages that a later version wrote. */
@NullMarked
package dev.greenroom.workspace.database;

import org.jspecify.annotations.NullMarked;
