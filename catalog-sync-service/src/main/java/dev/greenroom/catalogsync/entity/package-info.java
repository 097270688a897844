/** Step three of the flow, compare: what was last said about each entity, and the revision that a change gets. */
@NullMarked
package dev.greenroom.catalogsync.entity;

import org.jspecify.annotations.NullMarked;
