package dev.greenroom.auth.coder;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Coder's OAuth2 provider as {@link OAuth2Client} needs it. Quarkus' own OIDC client would repeat requests by itself. */
@Path("/oauth2")
@RegisterRestClient(configKey = "coder")
interface OAuth2Api {

    @POST
    @Path("/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response tokens(MultivaluedMap<String, String> form);

    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response revoke(MultivaluedMap<String, String> form);
}
