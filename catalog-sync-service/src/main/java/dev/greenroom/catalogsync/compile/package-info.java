/** Step two of the flow, compile: what an entity's YAML and the operator's defaults mean for Coder. No I/O in here. */
@NullMarked
package dev.greenroom.catalogsync.compile;

import org.jspecify.annotations.NullMarked;
