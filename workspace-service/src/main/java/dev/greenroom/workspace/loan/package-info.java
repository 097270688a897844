/** Step 4: access tokens that auth-service lends for a while. */
@NullMarked
package dev.greenroom.workspace.loan;

import org.jspecify.annotations.NullMarked;
