package dev.greenroom.problems;

import java.util.Arrays;
import java.util.Optional;

/** What is said of an error that came with a status and little else. */
enum StandardProblem {
    INVALID_REQUEST(400, "Bad Request", "invalid-request", "The request can't be understood as it is."),
    UNAUTHENTICATED(401, "Unauthorized", "unauthenticated", "A valid bearer token is needed here."),
    FORBIDDEN(403, "Forbidden", "forbidden", "The caller may not do this."),
    NOT_FOUND(404, "Not Found", "not-found", "There is nothing here, or the caller may not see it."),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "method-not-allowed", "This path does not take that method."),
    NOT_ACCEPTABLE(406, "Not Acceptable", "not-acceptable", "None of the accepted media types is offered here."),
    CONFLICT(409, "Conflict", "conflict", "The request does not fit the present state."),
    TOO_LARGE(413, "Content Too Large", "too-large", "The request's body is larger than is taken here."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported Media Type", "unsupported-media-type", "The body's media type is not read here."),
    UNPROCESSABLE(422, "Unprocessable Content", "unprocessable", "The request is well-formed, but can't be followed."),
    TOO_MANY_REQUESTS(429, "Too Many Requests", "too-many-requests", "There were too many requests; try again later."),
    INTERNAL(500, "Internal Server Error", "internal", "Something went wrong here; the log says what."),
    SERVICE_UNAVAILABLE(
            503, "Service Unavailable", "service-unavailable", "Something that this needs is away; try again later.");

    private final int status;
    private final String title;
    private final String code;
    private final String detail;

    StandardProblem(int status, String title, String code, String detail) {
        this.status = status;
        this.title = title;
        this.code = code;
        this.detail = detail;
    }

    /** The entry for a status that has none of its own is that of its class: 418 reads as 400, 504 as 500. */
    static StandardProblem of(int status) {
        return exactly(status).orElse(status >= 500 ? INTERNAL : INVALID_REQUEST);
    }

    static String titleOf(int status) {
        return exactly(status).map(known -> known.title).orElse("HTTP " + status);
    }

    private static Optional<StandardProblem> exactly(int status) {
        return Arrays.stream(values()).filter(known -> known.status == status).findFirst();
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
