package dev.greenroom.gateway.loan;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Auth-service's loans for users of Backstage, raw. */
@RegisterRestClient(configKey = "auth-service")
@Path("/on-behalf/loans")
interface OnBehalfApi {

    /**
     * Answers 200 with a loan, 404 for a user without a living link, 401 where it takes one of the tokens no longer, and
     * 503 while nothing is lent.
     *
     * @param authorization the user's, as it came
     */
    @POST
    Uni<Response> lend(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Actor actor);

    /** @param actorToken this service's own token */
    record Actor(String actorToken) {

        @Override
        public String toString() {
            return "Actor[redacted]";
        }
    }
}
