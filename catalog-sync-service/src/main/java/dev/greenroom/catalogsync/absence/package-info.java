/** Part of step 1 of the flow: what complete passes have not seen, of entities and of groups that own something. */
@NullMarked
package dev.greenroom.catalogsync.absence;

import org.jspecify.annotations.NullMarked;
