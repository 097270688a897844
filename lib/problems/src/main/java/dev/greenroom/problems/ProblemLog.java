package dev.greenroom.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Logs what an operator can act on. A caller's mistake is not an error of ours and stays at DEBUG, an outage is one
 * line, and only a fault that nobody planned comes with its stack. Stands in for the extension's logger, which is
 * switched off in this library's defaults.
 */
@ApplicationScoped
class ProblemLog implements ProblemPostProcessor {
    private static final Logger LOG = Logger.getLogger(ProblemLog.class);

    /** After {@link CompleteProblem}, so that what is logged is what is sent. */
    @Override
    public int priority() {
        return CompleteProblem.PRIORITY - 1;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var code = problem.getParameters().get(CompleteProblem.CODE);
        if (problem.getStatusCode() < 500) {
            LOG.debugf("%d %s %s: %s", problem.getStatusCode(), code, context.path, problem.getDetail());
        } else if (context.cause instanceof HttpProblem) {
            LOG.warnf("%d %s %s: %s", problem.getStatusCode(), code, context.path, problem.getDetail());
        } else if (problem.getStatusCode() == StandardProblem.SERVICE_UNAVAILABLE.status()) {
            LOG.warnf("%d %s %s: %s", problem.getStatusCode(), code, context.path, context.cause);
        } else {
            LOG.errorf(context.cause, "%d %s %s", problem.getStatusCode(), code, context.path);
        }
        return problem;
    }
}
