package dev.greenroom.workspace.reading;

import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;

/** What is answered for a row that only a later version of this service can read: one that runs beside it, or ran before. */
final class LaterVersion {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private LaterVersion() {}

    static HttpProblem needed() {
        return Problem.unavailable(
                "service-unavailable", "A later version of Greenroom wrote this, and can show it again.", RETRY_AFTER);
    }
}
