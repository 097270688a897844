/** Part of step 3 of the flow, after a command has been given: the ids under which it can be followed, and what has become of it. */
@NullMarked
package dev.greenroom.gateway.operations;

import org.jspecify.annotations.NullMarked;
