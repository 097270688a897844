package dev.greenroom.gateway.entities;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Backstage's catalog, asked with the caller's own token. */
@RegisterRestClient(configKey = "backstage")
@Path("/api/catalog/entities/by-name")
interface BackstageCatalogApi {

    /**
     * Answers 200 with the entity, 404 where there is none or a permission policy hides it, and 401 for a token that
     * Backstage does not take.
     */
    @GET
    @Path("/{kind}/{namespace}/{name}")
    Uni<Response> entity(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("kind") String kind,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name);
}
