package dev.greenroom.workspace.loan;

import dev.greenroom.workspace.coder.CoderToken;

/**
 * A user's access token, lent.
 *
 * @param loanId by which auth-service knows it
 * @param linkGeneration which of the user's links it belongs to
 */
public record Loan(long loanId, CoderToken token, long linkGeneration) {}
