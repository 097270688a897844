package dev.greenroom.auth.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Coder's OAuth2 provider (recordings 02-oauth2/36 to 93). Each call is made once and never repeated: a code
 * and a refresh token are good for one answer.
 */
@ApplicationScoped
public class OAuth2Client {
    private static final Logger LOG = Logger.getLogger(OAuth2Client.class);

    private final OAuth2Api coder;
    private final OAuth2Config config;
    private final Clock clock;

    OAuth2Client(@RestClient OAuth2Api coder, OAuth2Config config, Clock clock) {
        this.coder = coder;
        this.config = config;
        this.clock = clock;
    }

    /** Gives a code, which a browser brought, and the verifier that is its proof (RFC 7636), for tokens. */
    public ExchangeOutcome exchange(String code, String verifier) {
        var form = client();
        form.putSingle("grant_type", "authorization_code");
        form.putSingle("code", code);
        form.putSingle("redirect_uri", config.callback().orElseThrow().toString());
        form.putSingle("code_verifier", verifier);
        return ask(form);
    }

    /**
     * Gives a refresh token for the next pair, with which Coder ends this one at once. After {@link
     * ExchangeOutcome.Unknown} it may have, and nobody has the next.
     */
    public ExchangeOutcome refresh(RefreshToken token) {
        var form = client();
        form.putSingle("grant_type", "refresh_token");
        form.putSingle("refresh_token", token.value());
        return ask(form);
    }

    /**
     * Ends a pair of tokens, either of which stands for both (recordings 02-oauth2/83 to 87).
     *
     * @return whether Coder has said so; it says so, too, of a token that it does not know
     */
    public boolean revoke(RefreshToken token) {
        var form = client();
        form.putSingle("token", token.value());
        try (var answer = coder.revoke(form)) {
            if (answer.getStatus() != 200) {
                LOG.warnf("Coder does not revoke tokens: it answered %d", answer.getStatus());
            }
            return answer.getStatus() == 200;
        } catch (ProcessingException | WebApplicationException e) {
            LOG.warnf("Coder can't be asked to revoke tokens: %s", e);
            return false;
        }
    }

    private ExchangeOutcome ask(MultivaluedMap<String, String> form) {
        try (var answer = coder.tokens(form)) {
            return read(answer);
        } catch (ProcessingException | WebApplicationException e) {
            return unknown(e.toString());
        }
    }

    private MultivaluedMap<String, String> client() {
        return new MultivaluedHashMap<>(Map.of(
                "client_id", config.clientId().orElseThrow(),
                "client_secret", config.clientSecret().orElseThrow()));
    }

    private ExchangeOutcome read(Response answer) {
        return switch (answer.getStatus()) {
            case 200 -> issued(answer.readEntity(TokenAnswer.class));
            case 400, 401, 403 -> refused(answer.getStatus(), answer.readEntity(RefusalAnswer.class));
            default -> unknown("it answered " + answer.getStatus());
        };
    }

    private ExchangeOutcome issued(@Nullable TokenAnswer answer) {
        return answer == null || answer.accessToken() == null || answer.refreshToken() == null
                ? unknown("it answered 200 without tokens")
                : new ExchangeOutcome.Issued(new TokenPair(
                        new CoderToken(answer.accessToken()),
                        new RefreshToken(answer.refreshToken()),
                        clock.instant().plusSeconds(answer.expiresIn())));
    }

    /** What the provider itself refuses has an OAuth2 error; that it is turned off has a message of Coder's. */
    private static ExchangeOutcome refused(int status, @Nullable RefusalAnswer answer) {
        if (answer != null && answer.error() != null) {
            return answer.error().equals("invalid_grant")
                    ? new ExchangeOutcome.Refused()
                    : clientRefused(status, answer.error());
        }
        return status == 403 && answer != null && answer.message() != null
                ? new ExchangeOutcome.ProviderOff()
                : unknown("it answered " + status + " without a word of Coder's");
    }

    private static ExchangeOutcome clientRefused(int status, String error) {
        LOG.errorf(
                "Coder refuses this OAuth2 application with %d %s: check greenroom.coder.oauth2.client-id,"
                        + " .client-secret and .callback",
                status, error);
        return new ExchangeOutcome.ClientRefused();
    }

    private static ExchangeOutcome unknown(String why) {
        LOG.warnf("Coder's token endpoint can't be asked: %s", why);
        return new ExchangeOutcome.Unknown();
    }

    private record TokenAnswer(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("refresh_token") @Nullable String refreshToken,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "TokenAnswer[redacted]";
        }
    }

    private record RefusalAnswer(
            @Nullable String error, @Nullable String message) {}
}
