package dev.greenroom.workspace.intake;

/** The database can be reached, and does not take this data now or ever. */
final class RefusedData extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedData(Throwable cause) {
        super(cause);
    }
}
