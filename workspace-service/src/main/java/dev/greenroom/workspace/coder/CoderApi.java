package dev.greenroom.workspace.coder;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The routes of Coder's API v2 that are used, raw. Nothing here repeats a call. */
@RegisterRestClient(configKey = "coder")
@RegisterProvider(KeepWithinBudget.class)
@Path("/api/v2")
@Consumes(MediaType.APPLICATION_JSON)
interface CoderApi {

    String TOKEN = "Coder-Session-Token";

    @GET
    @Path("/organizations/{organization}/templates/{name}")
    Response template(
            @HeaderParam(TOKEN) String token,
            @PathParam("organization") String organization,
            @PathParam("name") String name);

    @GET
    @Path("/templateversions/{id}/rich-parameters")
    Response richParameters(@HeaderParam(TOKEN) String token, @PathParam("id") UUID templateVersionId);

    @GET
    @Path("/templateversions/{id}/presets")
    Response presets(@HeaderParam(TOKEN) String token, @PathParam("id") UUID templateVersionId);

    @POST
    @Path("/users/me/workspaces")
    Response create(@HeaderParam(TOKEN) String token, String request);

    @GET
    @Path("/users/me/workspace/{name}")
    Response workspaceByName(@HeaderParam(TOKEN) String token, @PathParam("name") String name);

    @GET
    @Path("/workspaces/{id}")
    Response workspace(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id);

    @GET
    @Path("/workspaces")
    Response workspaces(
            @HeaderParam(TOKEN) String token,
            @QueryParam("q") String query,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @GET
    @Path("/users/me")
    Response me(@HeaderParam(TOKEN) String token);

    @POST
    @Path("/workspaces/{id}/builds")
    Response build(@HeaderParam(TOKEN) String token, @PathParam("id") UUID workspaceId, String request);

    @GET
    @Path("/workspacebuilds/{id}")
    Response build(@HeaderParam(TOKEN) String token, @PathParam("id") UUID buildId);

    @GET
    @Path("/workspacebuilds/{id}/parameters")
    Response buildParameters(@HeaderParam(TOKEN) String token, @PathParam("id") UUID buildId);

    @GET
    @Path("/workspacebuilds/{id}/logs")
    Response buildLog(@HeaderParam(TOKEN) String token, @PathParam("id") UUID buildId);

    @PATCH
    @Path("/workspacebuilds/{id}/cancel")
    Response cancel(@HeaderParam(TOKEN) String token, @PathParam("id") UUID buildId);
}
