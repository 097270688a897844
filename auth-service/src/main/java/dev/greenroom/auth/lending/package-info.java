/** Step 2: lends a user's token to a service that works for them, writes down that it did, and stops where an admin says so. */
@NullMarked
package dev.greenroom.auth.lending;

import org.jspecify.annotations.NullMarked;
