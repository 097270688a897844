/** Coder's templates with their versions, parameters and presets, from which step 4 of the flow creates workspaces. */
@NullMarked
package dev.greenroom.standins.coder.templates;

import org.jspecify.annotations.NullMarked;
