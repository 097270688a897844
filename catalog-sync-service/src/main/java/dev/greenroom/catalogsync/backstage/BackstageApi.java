package dev.greenroom.catalogsync.backstage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Backstage's catalog as it is; {@link BackstageClient} is the one that knows what its answers mean. Of several filters
 * an entity has to fit one.
 */
@RegisterRestClient(configKey = "backstage")
@Path("/api/catalog/entities")
interface BackstageApi {

    /**
     * The cursor carries the filter, but neither the fields nor the limit. {@code totalItems=exclude} saves a count.
     * It takes several filters, too, and one should not: for pages that fit one filter or the other Backstage reads all
     * entities of the catalog anew for each page.
     */
    @GET
    @Path("by-query")
    Response byQuery(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("fields") String fields,
            @QueryParam("limit") int limit,
            @QueryParam("totalItems") String totalItems);

    /** What doesn't fit the filters is answered as what isn't there. */
    @POST
    @Path("by-refs")
    Response byRefs(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("filter") List<String> filters,
            Refs refs);

    record Refs(List<String> entityRefs, List<String> fields) {}
}
