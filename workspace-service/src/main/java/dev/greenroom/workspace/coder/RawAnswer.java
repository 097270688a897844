package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import dev.greenroom.contracts.MessageCodec;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A status and a body, read whole.
 *
 * @param heldBack whether Coder was not asked ({@link KeepWithinBudget})
 */
record RawAnswer(
        int status, @Nullable String body, @Nullable String retryAfter, boolean heldBack) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    static RawAnswer of(Response response) {
        return new RawAnswer(
                response.getStatus(),
                response.hasEntity() ? response.readEntity(String.class) : null,
                response.getHeaderString(HttpHeaders.RETRY_AFTER),
                response.getHeaderString(KeepWithinBudget.HELD_BACK) != null);
    }

    /**
     * Whether Coder may have said so: it puts a message into each refusal (all recordings), where a proxy in front of a
     * Coder that is away answers with a page, a redirect to its own login, or nothing.
     */
    boolean isCoders() {
        return status >= SUCCESS && status < REDIRECT || status == 429 || error().message() != null;
    }

    <T> Answer<T> as(JavaType type) {
        return switch (status) {
            case 401 -> new Answer.TokenRefused<>();
            case 404 -> new Answer.Missing<>(error().text(), false);
            case 410 -> new Answer.Missing<>(error().text(), true);
            case 409 -> new Answer.Conflict<>(error().text());
            case 429 -> new Answer.Limited<>(patience());
            default ->
                status >= SUCCESS && status < REDIRECT ? parsed(type) : new Answer.Refused<>(status, error().text());
        };
    }

    CoderError error() {
        try {
            var error = body == null ? null : MessageCodec.JSON.readValue(body, CoderError.class);
            return error == null ? new CoderError(null, null, null) : error;
        } catch (JsonProcessingException notCoders) {
            return new CoderError(null, null, null);
        }
    }

    private <T> Answer<T> parsed(JavaType type) {
        try {
            T value = MessageCodec.JSON.readValue(body, type);
            return value == null ? new Answer.Unknown<>("an empty answer") : new Answer.Ok<>(value);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Answer.Unknown<>("an answer that can't be read");
        }
    }

    /** Coder writes whole seconds. */
    private Duration patience() {
        try {
            return retryAfter == null ? PATIENCE : Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter.strip())));
        } catch (NumberFormatException e) {
            return PATIENCE;
        }
    }
}
