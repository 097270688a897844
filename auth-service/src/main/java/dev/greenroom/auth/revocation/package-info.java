/** Step 2: ends every link at once, where an admin says so. */
@NullMarked
package dev.greenroom.auth.revocation;

import org.jspecify.annotations.NullMarked;
