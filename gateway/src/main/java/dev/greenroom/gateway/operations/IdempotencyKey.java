package dev.greenroom.gateway.operations;

import java.util.regex.Pattern;

/**
 * What a caller sends as {@code Idempotency-Key} to be able to repeat a request: 1 to 255 visible ASCII characters.
 * The same key of the same user is the same operation, until workspace-service forgets it: 45 days after it has settled
 * ({@code greenroom.workspace.operations.keep}).
 *
 * @throws IllegalArgumentException for anything else
 */
public record IdempotencyKey(String value) {
    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public IdempotencyKey {
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException(HEADER + " must be 1 to 255 visible ASCII characters");
        }
    }
}
