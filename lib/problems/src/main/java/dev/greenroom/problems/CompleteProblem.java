package dev.greenroom.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;

/**
 * Gives every error its code and type, and takes out what is not the caller's business. Only what we threw on purpose
 * keeps its own words when it is a 5xx; a body that can't be read is described without quoting it, since it may
 * hold a secret.
 */
@ApplicationScoped
class CompleteProblem implements ProblemPostProcessor {
    static final int PRIORITY = 200;
    static final String CODE = "code";
    static final String VIOLATIONS = "violations";
    static final String TYPE_PREFIX = "urn:problem-type:greenroom:";
    private static final int RETRY_AFTER_SECONDS = 5;

    /** Before the extension's own steps, which come at 101 and below. */
    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (context.cause instanceof HttpProblem) {
            return typed(HttpProblem.builder(problem), problem);
        }
        return UnreadableBody.in(context.cause)
                .map(CompleteProblem::unreadable)
                .orElseGet(() -> unplanned(problem, context.cause));
    }

    private static HttpProblem unreadable(UnreadableBody body) {
        var bare = standard(StandardProblem.INVALID_REQUEST)
                .withDetail(body.detail())
                .with(VIOLATIONS, body.violations())
                .build();
        return typed(HttpProblem.builder(bare), bare);
    }

    private static HttpProblem unplanned(HttpProblem problem, Throwable cause) {
        if (DatabaseOutage.causes(cause)) {
            var outage = standard(StandardProblem.SERVICE_UNAVAILABLE).build();
            return typed(HttpProblem.builder(outage).withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS), outage);
        }
        if (problem.getStatusCode() >= 500 || ForeignAnswer.is(cause)) {
            var hidden = standard(StandardProblem.of(Math.max(500, problem.getStatusCode())))
                    .build();
            return typed(HttpProblem.builder(hidden), hidden);
        }
        var plain = HttpProblem.builder(problem)
                .withDetail(StandardProblem.of(problem.getStatusCode()).detail());
        return typed(
                problem instanceof HttpValidationProblem ? plain.with(VIOLATIONS, invalidValues(problem)) : plain,
                problem);
    }

    /** By the paths that a body which can't be read has, too. */
    private static List<Violation> invalidValues(HttpProblem problem) {
        return problem.getParameters().get(VIOLATIONS) instanceof List<?> all
                ? all.stream()
                        .map(io.quarkiverse.resteasy.problem.validation.Violation.class::cast)
                        .map(invalid -> Violation.ofValidator(invalid.field, invalid.message))
                        .toList()
                : List.of();
    }

    private static HttpProblem.Builder standard(StandardProblem standard) {
        return HttpProblem.builder()
                .withStatus(standard.status())
                .withTitle(standard.title())
                .withDetail(standard.detail());
    }

    private static HttpProblem typed(HttpProblem.Builder builder, HttpProblem problem) {
        var code = String.valueOf(problem.getParameters()
                .getOrDefault(CODE, StandardProblem.of(problem.getStatusCode()).code()));
        return builder.with(CODE, code).withType(URI.create(TYPE_PREFIX + code)).build();
    }
}
