/** Stands in for the Coder that steps 2 and 4 of the flow drive: it answers as the recordings of a real one do, and can be told to fail. */
@NullMarked
package dev.greenroom.standins.coder;

import org.jspecify.annotations.NullMarked;
