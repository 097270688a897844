/** The routes of the Coder stand-in for users, organizations and sessions. */
@NullMarked
package dev.greenroom.standins.coder.accounts;

import org.jspecify.annotations.NullMarked;
