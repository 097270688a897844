/** Step 2: asks Coder whose token this is. */
@NullMarked
package dev.greenroom.auth.coder;

import org.jspecify.annotations.NullMarked;
