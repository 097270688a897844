/** What a test, a benchmark or an operator of the embedded default sets about the Coder stand-in, and what it tells them. */
@NullMarked
package dev.greenroom.standins.coder.steering;

import org.jspecify.annotations.NullMarked;
