/** How Coder is treated, by whoever of us calls it. */
@NullMarked
package dev.greenroom.coder;

import org.jspecify.annotations.NullMarked;
