/** How the Coder stand-in takes a call and answers it: routes, Coder's error shapes, limits, faults and the ledger. */
@NullMarked
package dev.greenroom.standins.coder.http;

import org.jspecify.annotations.NullMarked;
