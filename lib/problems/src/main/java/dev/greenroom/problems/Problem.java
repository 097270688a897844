package dev.greenroom.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/** Makes the errors that are thrown on purpose. Their detail is read by the caller: it names nothing of the inside. */
public final class Problem {
    private Problem() {}

    /** What is said of such a status where there is no more to say. */
    public static HttpProblem of(int status) {
        var standard = StandardProblem.of(status);
        return of(status, standard.code(), standard.detail());
    }

    /** A 401 that asks for a bearer token (RFC 9110, section 11.6.1), and does not tell what was wrong with one. */
    public static HttpProblem unauthenticated() {
        return HttpProblem.builder(of(StandardProblem.UNAUTHENTICATED.status()))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /**
     * @param code what clients branch on: lower case with hyphens, stable for good
     * @param detail one sentence for a person
     */
    public static HttpProblem of(int status, String code, String detail) {
        return builder(status, code, detail).build();
    }

    /** A 503 that says when to come back: {@code Retry-After} in whole seconds, rounded up, at least 1. */
    public static HttpProblem unavailable(String code, String detail, Duration retryAfter) {
        return builder(503, code, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, wholeSeconds(retryAfter))
                .build();
    }

    private static HttpProblem.Builder builder(int status, String code, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(StandardProblem.titleOf(status))
                .withDetail(detail)
                .with(CompleteProblem.CODE, code);
    }

    private static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
    }
}
