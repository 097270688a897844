/** Step 2: what is secret lies sealed in the database. */
@NullMarked
package dev.greenroom.auth.seal;

import org.jspecify.annotations.NullMarked;
