/** Part of step 3 of the flow, where it begins: a user asks for a workspace, or looks at theirs, and a command is made of it. */
@NullMarked
package dev.greenroom.gateway.workspaces;

import org.jspecify.annotations.NullMarked;
