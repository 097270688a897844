/** The one door: proves who calls, routes, and publishes commands. */
@NullMarked
package dev.greenroom.gateway;

import org.jspecify.annotations.NullMarked;
