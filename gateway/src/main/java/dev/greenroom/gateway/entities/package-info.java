/** Part of step 3 of the flow: what a caller may read of the catalog is what Backstage lets them read. */
@NullMarked
package dev.greenroom.gateway.entities;

import org.jspecify.annotations.NullMarked;
