package dev.greenroom.benchmarks.catalog.backstage;

/** A request that is answered 400. */
final class InputError extends RuntimeException {
    InputError(String message) {
        super(message, null, false, false);
    }
}
