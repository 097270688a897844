/** Step four of the flow, publish: one pass over the catalog, from its first page to what has left it. */
@NullMarked
package dev.greenroom.catalogsync.pass;

import org.jspecify.annotations.NullMarked;
