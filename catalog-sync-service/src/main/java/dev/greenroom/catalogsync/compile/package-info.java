/** Part of step 1 of the flow: what an entity's YAML and the operator's defaults mean for Coder. No I/O in here. */
@NullMarked
package dev.greenroom.catalogsync.compile;

import org.jspecify.annotations.NullMarked;
