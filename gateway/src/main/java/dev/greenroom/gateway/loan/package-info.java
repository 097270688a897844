/** Part of step 3 of the flow: Coder's tokens, lent by auth-service for what callers have brought. */
@NullMarked
package dev.greenroom.gateway.loan;

import org.jspecify.annotations.NullMarked;
