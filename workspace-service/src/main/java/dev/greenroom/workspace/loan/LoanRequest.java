package dev.greenroom.workspace.loan;

/** Whose token is asked for. */
record LoanRequest(String deployment, String userRef) {}
