/** Coder's API keys: who calls the stand-in, and what the caller's token allows. */
@NullMarked
package dev.greenroom.standins.coder.keys;

import org.jspecify.annotations.NullMarked;
