/** Coder's users and organizations, as far as the flow's clients meet them. */
@NullMarked
package dev.greenroom.standins.coder.users;

import org.jspecify.annotations.NullMarked;
