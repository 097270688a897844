package dev.greenroom.workspace.intake;

/** A transaction was ended for its length: the same work in smaller parts may be kept. */
final class TookTooLong extends RuntimeException {

    private static final long serialVersionUID = 1;

    TookTooLong(Throwable cause) {
        super(cause);
    }
}
