/** What the gateway's tests put in the place of its neighbours. */
@NullMarked
package dev.greenroom.gateway.neighbours;

import org.jspecify.annotations.NullMarked;
