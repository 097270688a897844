/** {@code ./greenroom verify leaks}: what the stand-ins give out is searched for in all that a run of the tests leaves. */
@NullMarked
package dev.greenroom.standins.leaks;

import org.jspecify.annotations.NullMarked;
