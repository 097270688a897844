/** What the Coder stand-in begins with: users and templates, from a file or the recordings. */
@NullMarked
package dev.greenroom.standins.coder.seed;

import org.jspecify.annotations.NullMarked;
