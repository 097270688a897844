package dev.greenroom.gateway.loan;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Auth-service's loans, raw. The filter adds this service's own access token, and takes a new one after a 401. */
@RegisterRestClient(configKey = "auth-service")
@OidcClientFilter
@Path("/internal/loans")
interface LoansApi {

    /**
     * Answers 200 with a loan, 404 for a token that lends nothing, and 503 while nothing is lent.
     */
    @POST
    @Path("/exchange")
    Uni<Response> exchange(Exchange exchange);

    /** Coder answered 401 to the token of the loan. Answers when it is known what that is good for. */
    @POST
    @Path("/{loanId}/refusal")
    Uni<Response> refusal(@PathParam("loanId") long loanId);

    /** @param token what the caller has brought */
    record Exchange(String token) {

        @Override
        public String toString() {
            return "Exchange[redacted]";
        }
    }
}
