package dev.greenroom.auth.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks Coder whose token this is. Coder answers a token that it does not know with 401, and one without the right to
 * read its user with 404 (recordings 01-basics/19-22, 05b-errors-more/04). Never tries twice: the caller is a person
 * who waits.
 */
@ApplicationScoped
public class CoderUsersClient {
    private static final Logger LOG = Logger.getLogger(CoderUsersClient.class);
    /** What Coder's own limiter says (recording 05b-errors-more/22), for an answer that doesn't. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final CoderUsersApi coder;

    CoderUsersClient(@RestClient CoderUsersApi coder) {
        this.coder = coder;
    }

    /** Calls Coder twice at most, each time for as long as the client's timeouts allow. */
    public TokenCheckOutcome check(CoderToken token) {
        return check(token, this::expiryOf);
    }

    /** Whose it is, for whom its end does not matter: calls Coder once, and names no end. */
    public TokenCheckOutcome identify(CoderToken token) {
        return check(token, any -> null);
    }

    private TokenCheckOutcome check(CoderToken token, Function<CoderToken, @Nullable Instant> expiryOf) {
        try (var answer = coder.me(token.value())) {
            return switch (answer.getStatus()) {
                case 200 -> valid(answer, expiryOf.apply(token));
                case 401, 403, 404 -> refused(answer);
                case 429 -> new TokenCheckOutcome.Limited(retryAfter(answer));
                default -> unavailable("answered " + answer.getStatus());
            };
        } catch (ProcessingException | WebApplicationException e) {
            return unavailable(e.toString());
        }
    }

    /** Coder puts a message into each refusal; a proxy in front of a Coder that is away answers with a page. */
    private static TokenCheckOutcome refused(Response answer) {
        var refusal = answer.readEntity(RefusalAnswer.class);
        return refusal == null || refusal.message() == null
                ? unavailable("answered " + answer.getStatus() + " without Coder's message")
                : new TokenCheckOutcome.Refused();
    }

    private static TokenCheckOutcome valid(Response answer, @Nullable Instant expiresAt) {
        var user = answer.readEntity(UserAnswer.class);
        if (user == null || user.id() == null || user.username() == null) {
            return unavailable("answered 200 without a user");
        }
        return new TokenCheckOutcome.Valid(new CoderUser(user.id(), user.username()), expiresAt);
    }

    /** The end of the token is good to know, and no reason to refuse it where Coder won't say. */
    private @Nullable Instant expiryOf(CoderToken token) {
        try (var answer = coder.key(token.value(), token.keyId())) {
            var key = answer.getStatus() == 200 ? answer.readEntity(KeyAnswer.class) : null;
            return key == null ? null : key.expiresAt();
        } catch (ProcessingException | WebApplicationException e) {
            return null;
        }
    }

    private static TokenCheckOutcome unavailable(String why) {
        LOG.warnf("Coder can't be asked about a token: %s", why);
        return new TokenCheckOutcome.Unavailable();
    }

    private static Duration retryAfter(Response answer) {
        var seconds = answer.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : LIMIT;
    }

    private record RefusalAnswer(@Nullable String message) {}

    private record UserAnswer(@Nullable UUID id, @Nullable String username) {}

    private record KeyAnswer(
            @JsonProperty("expires_at") @Nullable Instant expiresAt) {}
}
