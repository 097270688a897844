/** Beside step 4 of the flow: what operators see of commands, and what they may do about them. */
@NullMarked
package dev.greenroom.workspace.admin;

import org.jspecify.annotations.NullMarked;
