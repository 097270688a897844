package dev.greenroom.gateway.entities;

import dev.greenroom.contracts.EntityRef;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The catalog of the Backstage without a name, asked with the caller's own token, which that Backstage has made. */
@RegisterRestClient(configKey = "backstage")
@Path("/api/catalog/entities")
interface BackstageCatalogApi {

    /**
     * Answers 200 with the entity, 404 where there is none or a permission policy hides it, and 401 for a token that
     * Backstage does not take.
     */
    @GET
    @Path("/by-name/{kind}/{namespace}/{name}")
    Uni<Response> entity(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("kind") String kind,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name);

    /**
     * Answers 200 with as many {@code items}, in the order of the question: the entity, or null where there is none or a
     * permission policy hides it.
     */
    @POST
    @Path("/by-refs")
    Uni<Response> entities(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Question question);

    /**
     * A body of less than 100 KB, which is all that Backstage reads.
     *
     * @param fields what is wanted of each entity
     */
    record Question(List<EntityRef> entityRefs, List<String> fields) {}
}
