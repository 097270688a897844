package dev.greenroom.auth.account;

/**
 * What came of keeping a pair that Coder has issued.
 *
 * @param <T> what was written with it
 */
public sealed interface KeepOutcome<T> {

    record Kept<T>(T written) implements KeepOutcome<T> {}

    /** Coder takes the pair no longer: it has issued another to the same user since, which is the one to keep. */
    record Superseded<T>() implements KeepOutcome<T> {}

    /** Coder can't be asked now, or the grant was given other tokens each time that it was. The pair is revoked. */
    record Unavailable<T>() implements KeepOutcome<T> {}
}
