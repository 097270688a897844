package dev.greenroom.auth.lending;

import dev.greenroom.problems.Problem;
import java.time.Duration;

/** What borrowers are told, whatever they borrow in exchange for. */
final class LoanAnswers {
    private static final Duration RETRY_WITH_CODER = Duration.ofSeconds(10);
    /** People end a freeze, so that a repeat sooner than this is seldom worth its call. */
    private static final Duration RETRY_WITH_PEOPLE = Duration.ofSeconds(30);

    private LoanAnswers() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where nothing is lent */
    static Loan of(LoanOutcome outcome) {
        return switch (outcome) {
            case LoanOutcome.Lent(var loan) -> loan;
            case LoanOutcome.AccountRequired() ->
                throw Problem.of(404, "account-required", "The user has no linked Coder account with a living token.");
            case LoanOutcome.CoderUnavailable() ->
                throw Problem.unavailable(
                        "coder-unavailable",
                        "The user's token has run out, and Coder gives no new one now.",
                        RETRY_WITH_CODER);
            case LoanOutcome.Frozen() ->
                throw Problem.unavailable("lending-frozen", "Lending is frozen by an admin.", RETRY_WITH_PEOPLE);
        };
    }
}
