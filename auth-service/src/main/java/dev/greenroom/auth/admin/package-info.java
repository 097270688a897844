/** Step 2: who may change what concerns everybody. */
@NullMarked
package dev.greenroom.auth.admin;

import org.jspecify.annotations.NullMarked;
