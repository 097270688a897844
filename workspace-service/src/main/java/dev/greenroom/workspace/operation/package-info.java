/** Step 4, what is kept of a command: the states of its life, its recorded progress, and the events about it. */
@NullMarked
package dev.greenroom.workspace.operation;

import org.jspecify.annotations.NullMarked;
