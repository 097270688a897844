package dev.greenroom.auth.coder;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Coder's API as {@link CoderUsersClient} needs it; the status is part of the answer, not an exception. */
@Path("/api/v2/users/me")
@RegisterRestClient(configKey = "coder")
interface CoderUsersApi {
    String SESSION_TOKEN = "Coder-Session-Token";

    @GET
    Response me(@HeaderParam(SESSION_TOKEN) String token);

    @GET
    @Path("/keys/{id}")
    Response key(@HeaderParam(SESSION_TOKEN) String token, @PathParam("id") String id);
}
