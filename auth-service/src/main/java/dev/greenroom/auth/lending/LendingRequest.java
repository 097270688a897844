package dev.greenroom.auth.lending;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an admin wants of lending.
 *
 * @param reason one line, for the audit and the log; a thaw has one, too
 */
record LendingRequest(
        boolean frozen,

        @NotBlank(message = "must be given") @Size(max = 500, message = "must be at most 500 characters") @Pattern(regexp = ONE_LINE, message = "must be one line of text") String reason) {

    /** No character that ends a line, hides or turns the text around it in a log, or has no UTF-8. */
    private static final String ONE_LINE = "[^\\p{C}\\p{Zl}\\p{Zp}]*";
}
