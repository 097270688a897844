/** Step 6, seen from here: who has linked a Coder account, and what they have consented to. */
@NullMarked
package dev.greenroom.workspace.account;

import org.jspecify.annotations.NullMarked;
