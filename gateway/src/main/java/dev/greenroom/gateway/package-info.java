/** Step 3 of the flow, the gateway: the one door, which proves who calls, routes, and publishes commands. */
@NullMarked
package dev.greenroom.gateway;

import org.jspecify.annotations.NullMarked;
