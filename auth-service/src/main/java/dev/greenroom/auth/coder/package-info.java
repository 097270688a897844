/** Step 2: asks Coder whose a token is, and for tokens. */
@NullMarked
package dev.greenroom.auth.coder;

import org.jspecify.annotations.NullMarked;
