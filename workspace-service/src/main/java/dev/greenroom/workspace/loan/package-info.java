/** Step 6, from the borrower's side: access tokens that auth-service lends for a while. */
@NullMarked
package dev.greenroom.workspace.loan;

import org.jspecify.annotations.NullMarked;
