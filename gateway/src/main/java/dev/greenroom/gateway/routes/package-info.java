/** Part of step 3 of the flow: which service answers it, and what passes on the way there and back. */
@NullMarked
package dev.greenroom.gateway.routes;

import org.jspecify.annotations.NullMarked;
