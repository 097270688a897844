/** Part of step 1 of the flow: what was last said about each entity, and the revision that a change gets. */
@NullMarked
package dev.greenroom.catalogsync.entity;

import org.jspecify.annotations.NullMarked;
