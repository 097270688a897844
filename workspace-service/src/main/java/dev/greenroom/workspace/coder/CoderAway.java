package dev.greenroom.workspace.coder;

/** Coder gave no answer that counts; for the breaker to see. */
final class CoderAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    CoderAway(String why) {
        super(why, null, false, false);
    }
}
