/** What a test, a benchmark or whoever ran {@code ./greenroom up} sets about the Coder stand-in, and what it tells them. */
@NullMarked
package dev.greenroom.standins.coder.steering;

import org.jspecify.annotations.NullMarked;
