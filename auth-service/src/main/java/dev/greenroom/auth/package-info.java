/** Step 2 of the flow: keeps people's grants at Coder, and lends their tokens to services and to nobody else. */
@NullMarked
package dev.greenroom.auth;

import org.jspecify.annotations.NullMarked;
