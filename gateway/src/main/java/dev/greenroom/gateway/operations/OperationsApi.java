package dev.greenroom.gateway.operations;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What workspace-service's inbox knows of a command, asked with the caller's own token. */
@RegisterRestClient(configKey = "workspace-service")
@Path("/v1/operations")
interface OperationsApi {

    /** Answers 200 to the operation's actor or owner, and 404 to others and for what has not reached the inbox. */
    @GET
    @Path("/{id}")
    Response operation(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") UUID id);
}
