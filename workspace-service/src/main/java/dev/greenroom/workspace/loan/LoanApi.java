package dev.greenroom.workspace.loan;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Auth-service's loans, raw. The filter adds this service's own access token, and takes a new one after a 401. */
@RegisterRestClient(configKey = "auth-service")
@OidcClientFilter
@Path("/internal/loans")
@Consumes(MediaType.APPLICATION_JSON)
interface LoanApi {

    @POST
    Response borrow(LoanRequest request);

    @POST
    @Path("/{loanId}/refusal")
    Response refused(@PathParam("loanId") long loanId);
}
