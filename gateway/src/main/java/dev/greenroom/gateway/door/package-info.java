/** Part of step 3 of the flow: what is not clearly one request of one known user goes no further. */
@NullMarked
package dev.greenroom.gateway.door;

import org.jspecify.annotations.NullMarked;
