package dev.greenroom.workspace.intake;

/** The application stops: the batch was not kept, is not acknowledged, and comes again to whoever reads next. */
final class ShuttingDown extends RuntimeException {

    private static final long serialVersionUID = 1;
}
