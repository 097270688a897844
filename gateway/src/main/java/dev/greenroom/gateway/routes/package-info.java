/** Step 2 of a request: which service answers it, and what passes on the way there and back. */
@NullMarked
package dev.greenroom.gateway.routes;

import org.jspecify.annotations.NullMarked;
