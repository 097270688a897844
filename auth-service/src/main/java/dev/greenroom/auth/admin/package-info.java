/** Step 2: why an admin changes what concerns everybody. */
@NullMarked
package dev.greenroom.auth.admin;

import org.jspecify.annotations.NullMarked;
