package dev.greenroom.workspace.queue;

/** The lease ran out, and somebody else has the turn: stop, write nothing. */
public final class LostTurn extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostTurn(Claim claim) {
        super("turn of " + claim.ownerKey() + " " + claim.track() + " lost at epoch " + claim.epoch());
    }
}
