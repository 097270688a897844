/** Step 2: lends a user's token to a service that works for them, and writes down that it did. */
@NullMarked
package dev.greenroom.auth.lending;

import org.jspecify.annotations.NullMarked;
