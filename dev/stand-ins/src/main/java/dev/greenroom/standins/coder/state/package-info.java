/** What the Coder stand-in remembers between two calls, and, in a state folder, between two starts. */
@NullMarked
package dev.greenroom.standins.coder.state;

import org.jspecify.annotations.NullMarked;
