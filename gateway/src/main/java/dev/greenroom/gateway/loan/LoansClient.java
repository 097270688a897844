package dev.greenroom.gateway.loan;

import dev.greenroom.gateway.door.ProvenUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks auth-service for Coder's token in exchange for what a caller has brought. Never blocks, and keeps nothing. */
@ApplicationScoped
public class LoansClient {
    private static final Logger LOG = Logger.getLogger(LoansClient.class);
    private static final int UNAUTHENTICATED = 401;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LoansApi loans;
    private final OnBehalfApi onBehalf;
    private final OwnToken own;

    LoansClient(@RestClient LoansApi loans, @RestClient OnBehalfApi onBehalf, OwnToken own) {
        this.loans = loans;
        this.onBehalf = onBehalf;
        this.own = own;
    }

    /** For the access token of a session. Fails for nothing. */
    public Uni<LoanOutcome> exchange(String token) {
        return outcome(loans.exchange(new LoansApi.Exchange(token)));
    }

    /** For the token of a user of Backstage. Fails for nothing. */
    public Uni<LoanOutcome> onBehalfOf(ProvenUser user) {
        return outcome(lend(user, own.get()).flatMap(answer -> {
            if (answer.getStatus() != UNAUTHENTICATED) {
                return Uni.createFrom().item(answer);
            }
            // The user's token was proven here: it is our own that is good no longer.
            answer.close();
            return lend(user, own.another());
        }));
    }

    private Uni<Response> lend(ProvenUser user, Uni<String> actorToken) {
        return actorToken.flatMap(token -> onBehalf.lend(user.authorization(), new OnBehalfApi.Actor(token)));
    }

    /** That Coder answered 401 to its token; ends when it is known what that is good for. Fails for nothing. */
    public Uni<Void> tellOfRefusal(LoanOutcome.Lent loan) {
        return loans.refusal(loan.id())
                .onItem()
                .invoke(Response::close)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Uni<LoanOutcome> outcome(Uni<Response> asked) {
        return asked.map(LoansClient::read).onFailure().recoverWithItem(LoansClient::away);
    }

    private static LoanOutcome read(Response answer) {
        try (answer) {
            return switch (answer.getStatus()) {
                case 200 -> answer.readEntity(LoanAnswer.class).lent();
                case 404 -> refused(answer);
                // What can't be a token, or is too long for one.
                case 400, 413 -> new LoanOutcome.TokenRefused();
                case 503 -> new LoanOutcome.Unavailable(retryAfter(answer));
                default -> away("it answered " + answer.getStatus());
            };
        }
    }

    /** A 404 is an answer only where auth-service says so, and not any server without the route. */
    private static LoanOutcome refused(Response answer) {
        var code = answer.readEntity(ProblemCode.class).code();
        return switch (code == null ? "" : code) {
            case "token-refused" -> new LoanOutcome.TokenRefused();
            case "account-required" -> new LoanOutcome.AccountRequired();
            default -> away("it answered 404");
        };
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

    private record ProblemCode(@Nullable String code) {}

    private record LoanAnswer(long loanId, String accessToken) {
        LoanOutcome lent() {
            return new LoanOutcome.Lent(loanId, accessToken);
        }

        @Override
        public String toString() {
            return "LoanAnswer[redacted]";
        }
    }
}
