package dev.greenroom.catalogsync.status;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the catalog is being followed: from the database, so that every replica answers the same. */
@Path("/v1/catalog")
@Authenticated
@Tag(name = "Catalog")
class CatalogResource {
    private final LastPassStore passes;
    private final Clock clock;
    private final String deployment;

    CatalogResource(
            LastPassStore passes, Clock clock, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.passes = passes;
        this.clock = clock;
        this.deployment = deployment;
    }

    @GET
    @Operation(summary = "How the last pass over Backstage's catalog went, and how old the news may be")
    @APIResponse(responseCode = "200", description = "The last pass, whichever replica ran it")
    @APIResponse(responseCode = "401", description = "No valid token of a Backstage user")
    @APIResponse(responseCode = "503", description = "The database can't be reached")
    public CatalogStatus status() {
        return passes.last().map(pass -> CatalogStatus.of(pass, clock)).orElseGet(() -> CatalogStatus.none(deployment));
    }
}
