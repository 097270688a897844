package dev.greenroom.auth.lending;

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

/** Where the services that may borrow tokens borrow them. */
@Path("/internal/loans")
@Authenticated
class LoansResource {
    private final ServiceCaller caller;
    private final LendToken lendToken;
    private final Sessions sessions;
    private final LoansConfig config;

    LoansResource(ServiceCaller caller, LendToken lendToken, Sessions sessions, LoansConfig config) {
        this.caller = caller;
        this.lendToken = lendToken;
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

    private String oneOf(Set<String> allowed) {
        if (!allowed.contains(caller.service())) {
            throw Problem.of(403, "forbidden", "This service may not borrow tokens here.");
        }
        return caller.service();
    }
}
