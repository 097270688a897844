package dev.greenroom.standins.backstage.catalog;

/** A request that Backstage answers with 400 and an {@code InputError}. */
public final class InputError extends RuntimeException {
    public InputError(String message) {
        super(message);
    }
}
