/** Beside step 1 of the flow: the entities whose {@code spec.coder} can't be used, for their owners and for admins. */
@NullMarked
package dev.greenroom.catalogsync.problem;

import org.jspecify.annotations.NullMarked;
