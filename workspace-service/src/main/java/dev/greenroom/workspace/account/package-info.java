/** Step 4: who has linked a Coder account, and what they have consented to. */
@NullMarked
package dev.greenroom.workspace.account;

import org.jspecify.annotations.NullMarked;
