/** Step 4, Coder's API as this service uses it: one client, every status an outcome, the owner's token given with each call. */
@NullMarked
package dev.greenroom.workspace.coder;

import org.jspecify.annotations.NullMarked;
