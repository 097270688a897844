/** Step 2: links a Backstage user with their Coder account, and says so to the other services. */
@NullMarked
package dev.greenroom.auth.account;

import org.jspecify.annotations.NullMarked;
