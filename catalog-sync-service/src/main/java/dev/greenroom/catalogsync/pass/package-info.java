/** Part of step 1 of the flow: one pass over the catalog, from its first page to what has left it. */
@NullMarked
package dev.greenroom.catalogsync.pass;

import org.jspecify.annotations.NullMarked;
