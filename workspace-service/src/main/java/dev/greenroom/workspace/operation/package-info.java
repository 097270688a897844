/** Step 4, what is kept of a command: the states of its life and its recorded progress. Step 5, the events about it. */
@NullMarked
package dev.greenroom.workspace.operation;

import org.jspecify.annotations.NullMarked;
