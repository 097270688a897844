package dev.greenroom.auth.lending;

import dev.greenroom.identity.ActingService;
import dev.greenroom.identity.Caller;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.Cache;

/**
 * Where the gateway borrows for a user who has come with a token of Backstage's: it takes both, the user's as the bearer
 * token and the gateway's own.
 */
@Path("/on-behalf/loans")
@Authenticated
class OnBehalfResource {
    private final Caller caller;
    private final ActingService acting;
    private final LendToken lendToken;
    private final LoansConfig config;
    private final String deployment;

    OnBehalfResource(
            Caller caller,
            ActingService acting,
            LendToken lendToken,
            LoansConfig config,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.caller = caller;
        this.acting = acting;
        this.lendToken = lendToken;
        this.config = config;
        this.deployment = deployment;
    }

    @POST
    @Cache(noStore = true)
    public Loan lend(@NotNull @Valid OnBehalfRequest request) {
        var user = caller.user();
        var service = acting.of(request.actorToken());
        if (!config.exchangers().contains(service)) {
            throw Problem.of(403, "forbidden", "This service may not borrow tokens here.");
        }
        return LoanAnswers.of(lendToken.lend(new LoanRequest(deployment, user), service));
    }
}
