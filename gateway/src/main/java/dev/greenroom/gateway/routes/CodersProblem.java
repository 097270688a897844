package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.loan.LoanOutcome;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;

/** Problems that clients of Coder understand, too: they look for {@code message} (recordings 05-errors). */
final class CodersProblem {
    private CodersProblem() {}

    static HttpProblem of(LoanOutcome.NotLent outcome) {
        return withMessage(
                switch (outcome) {
                    case LoanOutcome.TokenRefused() -> unauthenticated("session-over", "Sign in with Coder again.");
                    case LoanOutcome.AccountRequired() ->
                        unauthenticated("account-required", "Link a Coder account in Backstage first.");
                    case LoanOutcome.Unavailable(var retryAfter) ->
                        Problem.unavailable("coder-unavailable", "Coder can't be asked in your name now.", retryAfter);
                });
    }

    /** @param pause rounded up to seconds, as Coder has them */
    static HttpProblem limited(Duration pause) {
        var problem =
                Problem.of(429, "coder-limits-requests", "Coder takes no more requests for this path of yours now.");
        return withMessage(HttpProblem.builder(problem)
                .withHeader("Retry-After", pause.plusMillis(999).toSeconds())
                .build());
    }

    static HttpProblem withMessage(HttpProblem problem) {
        return HttpProblem.builder(problem).with("message", problem.getDetail()).build();
    }

    private static HttpProblem unauthenticated(String code, String detail) {
        return HttpProblem.builder(Problem.of(401, code, detail))
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }
}
