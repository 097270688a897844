/** Part of step 1 of the flow: which repository an entity's source location names, whatever its spelling. */
@NullMarked
package dev.greenroom.catalogsync.repository;

import org.jspecify.annotations.NullMarked;
