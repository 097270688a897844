/** Part of step two, compile: which repository an entity's source location names, whatever its spelling. */
@NullMarked
package dev.greenroom.catalogsync.repository;

import org.jspecify.annotations.NullMarked;
