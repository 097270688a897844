/**
 * Step 4, the view: an owner's workspaces as Coder last showed them, so that reads never wait for Coder. Step 5, the
 * events about what changed in it.
 */
@NullMarked
package dev.greenroom.workspace.view;

import org.jspecify.annotations.NullMarked;
