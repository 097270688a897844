package dev.greenroom.workspace.loan;

import dev.greenroom.workspace.coder.CoderToken;

/**
 * A user's access token, lent.
 *
 * @param linkGeneration which of the user's links it belongs to
 * @param fresh whether auth-service was asked just now, so that a token which Coder refuses is no old copy
 */
public record Loan(CoderToken token, long linkGeneration, boolean fresh) {

    Loan remembered() {
        return new Loan(token, linkGeneration, false);
    }
}
