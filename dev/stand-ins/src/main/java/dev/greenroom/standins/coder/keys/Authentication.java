package dev.greenroom.standins.coder.keys;

import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Handling;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Secrets;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, and refuses in Coder's words (recorded: {@code 18-me-no-token} and those after it). */
public final class Authentication {

    private static final String SIGNED_OUT =
            "You are signed out or your session has expired. Please sign in again to continue.";

    /** How Go prints a moment. */
    private static final DateTimeFormatter GO_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSS '+0000 UTC'")
            .withZone(ZoneOffset.UTC);

    /** Coder notes the use of a key no more often than this. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final ApiKeys keys;
    private final Users users;
    private final Clock clock;
    private final Supplier<String> url;

    public Authentication(ApiKeys keys, Users users, Clock clock, Supplier<String> url) {
        this.keys = keys;
        this.users = users;
        this.clock = clock;
        this.url = url;
    }

    /** A route that only a signed-in user may call. */
    public Handling signedIn(SignedInHandling handling) {
        return exchange -> handling.handle(exchange, caller(exchange));
    }

    /** Who calls, where the token is good. */
    public Optional<Caller> tryCaller(Exchange exchange) {
        try {
            return Optional.of(caller(exchange));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** For whom the rate limit counts. */
    public @Nullable String userId(Exchange exchange) {
        return tryCaller(exchange).map(caller -> caller.user().id()).orElse(null);
    }

    private Caller caller(Exchange exchange) {
        String token = Token.of(exchange.request())
                .orElseThrow(() -> signedOut("Cookie \"coder_session_token\" or query parameter must be provided."));
        ApiKey key = keyOf(token);
        User user = users.get(key.userId());
        exchange.caller(user.username());
        if (user.status() == User.Status.SUSPENDED) {
            throw Refusal.of(
                            401,
                            "User is not active (status = \"suspended\"). Contact an admin to reactivate your account.")
                    .header("Www-Authenticate", challenge("The access token is invalid"));
        }
        if (key.lastUsed().plus(NOTED_EVERY).isBefore(clock.instant())) {
            key = keys.used(key);
            user = users.seen(user);
        }
        return new Caller(user, key);
    }

    private ApiKey keyOf(String token) {
        String[] parts = token.split("-", -1);
        if (parts.length != 2) {
            throw malformed("incorrect amount of API key parts, expected 2 got " + parts.length);
        }
        if (parts[0].length() != ApiKeys.ID_LENGTH) {
            throw malformed("invalid API key ID length, expected " + ApiKeys.ID_LENGTH + " got " + parts[0].length());
        }
        if (parts[1].length() != ApiKeys.SECRET_LENGTH) {
            throw malformed(
                    "invalid API key secret length, expected " + ApiKeys.SECRET_LENGTH + " got " + parts[1].length());
        }
        ApiKey key = keys.find(parts[0]).orElseThrow(() -> signedOut("API key is invalid."));
        if (!key.secretHash().equals(Secrets.hash(parts[1]))) {
            throw signedOut("API key secret is invalid.");
        }
        if (!key.expiresAt().isAfter(Moments.now(clock))) {
            throw signedOut("API key expired at \"" + GO_TIME.format(key.expiresAt()) + "\".");
        }
        return key;
    }

    private Refusal malformed(String problem) {
        return signedOut("Invalid API key format: " + problem);
    }

    private Refusal signedOut(String detail) {
        return Refusal.of(401, SIGNED_OUT, detail)
                .header("Www-Authenticate", challenge("The access token has expired"));
    }

    private String challenge(String description) {
        return "Bearer realm=\"coder\", error=\"invalid_token\", error_description=\"" + description
                + "\", resource_metadata=\"" + url.get() + "/.well-known/oauth-protected-resource\"";
    }

    /** Answers a call of a known user. */
    @FunctionalInterface
    public interface SignedInHandling {

        void handle(Exchange exchange, Caller caller);
    }
}
