package dev.greenroom.auth.lending;

import dev.greenroom.auth.account.CheckOutcome;
import dev.greenroom.auth.signin.Sessions;
import dev.greenroom.identity.ServiceCaller;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.jboss.resteasy.reactive.Cache;

/** Where the services that may borrow tokens borrow them, and say that one was refused. */
@Path("/internal/loans")
@Authenticated
class LoansResource {
    private final ServiceCaller caller;
    private final LendToken lendToken;
    private final HearRefusal hearRefusal;
    private final Sessions sessions;
    private final LoansConfig config;

    LoansResource(
            ServiceCaller caller, LendToken lendToken, HearRefusal hearRefusal, Sessions sessions, LoansConfig config) {
        this.caller = caller;
        this.lendToken = lendToken;
        this.hearRefusal = hearRefusal;
        this.sessions = sessions;
        this.config = config;
    }

    @POST
    @Cache(noStore = true)
    public Loan lend(@NotNull @Valid LoanRequest request) {
        return LoanAnswers.of(lendToken.lend(request, oneOf(config.borrowers())));
    }

    /** For the gateway, which can't borrow in anybody's name by itself: each loan takes what the user has brought. */
    @POST
    @Path("/exchange")
    @Cache(noStore = true)
    public Loan exchange(@NotNull @Valid ExchangeRequest request) {
        var borrower = oneOf(config.exchangers());
        return sessions.byAccessToken(request.token())
                .map(session -> LoanAnswers.of(lendToken.lend(session, borrower)))
                .orElseThrow(() -> Problem.of(404, "token-refused", "The token is unknown, or its time is over."));
    }

    /**
     * Coder answered the borrower 401 to the token of its loan. Answered once it is known what the token is good for, so
     * that the next loan is another, or none, where it is dead.
     */
    @POST
    @Path("/{loanId}/refusal")
    public void refusal(long loanId) {
        var heard = hearRefusal
                .hear(loanId, oneOf(config.borrowersOrExchangers()))
                .orElseThrow(() -> Problem.of(404, "loan-not-found", "This service has no such loan."));
        switch (heard) {
            case CheckOutcome.Known() -> {}
            case CheckOutcome.CoderUnavailable(var retryAfter) ->
                throw Problem.unavailable("coder-unavailable", "Coder can't be asked about the token now.", retryAfter);
        }
    }

    private String oneOf(Set<String> allowed) {
        if (!allowed.contains(caller.service())) {
            throw Problem.of(403, "forbidden", "This service may not borrow tokens here.");
        }
        return caller.service();
    }
}
