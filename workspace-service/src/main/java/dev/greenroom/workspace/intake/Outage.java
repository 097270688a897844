package dev.greenroom.workspace.intake;

/** The database is away or overloaded: what was to be kept is tried again. */
final class Outage extends RuntimeException {

    private static final long serialVersionUID = 1;

    Outage(Throwable cause) {
        super(cause);
    }
}
