package dev.greenroom.gateway.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks auth-service for Coder's token in exchange for what a caller has brought. Never blocks. */
@ApplicationScoped
public class LoansClient {
    private static final Logger LOG = Logger.getLogger(LoansClient.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LoansApi authService;

    LoansClient(@RestClient LoansApi authService) {
        this.authService = authService;
    }

    /** Fails for nothing. */
    public Uni<LoanOutcome> exchange(String token) {
        return authService
                .exchange(new LoansApi.Exchange(token))
                .map(LoansClient::read)
                .onFailure()
                .recoverWithItem(LoansClient::away);
    }

    private static LoanOutcome read(Response answer) {
        try (answer) {
            return switch (answer.getStatus()) {
                case 200 ->
                    new LoanOutcome.Lent(answer.readEntity(LoanAnswer.class).accessToken());
                case 404 -> new LoanOutcome.TokenRefused();
                case 503 -> new LoanOutcome.Unavailable(retryAfter(answer));
                default -> away("it answered " + answer.getStatus());
            };
        }
    }

    /** The kind only: messages of the OIDC client may quote what it sent. */
    private static LoanOutcome away(Throwable failure) {
        return away(failure.getClass().getSimpleName());
    }

    private static LoanOutcome away(String why) {
        LOG.warnf(
                "auth-service lends nothing: %s; if it refuses this service, check greenroom.services.secret and"
                        + " greenroom.services.issuer",
                why);
        return new LoanOutcome.Unavailable(RETRY_AFTER);
    }

    private static Duration retryAfter(Response answer) {
        var seconds = answer.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,5}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : RETRY_AFTER;
    }

    private record LoanAnswer(String accessToken) {

        @Override
        public String toString() {
            return "LoanAnswer[redacted]";
        }
    }
}
