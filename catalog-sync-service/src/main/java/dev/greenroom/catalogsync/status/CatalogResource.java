package dev.greenroom.catalogsync.status;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the catalog is being followed: from the database, so that every replica answers the same. */
@Path("/v1/catalog")
@Authenticated
class CatalogResource {
    private final PastPassStore passes;
    private final Clock clock;
    private final String deployment;

    CatalogResource(
            PastPassStore passes, Clock clock, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.passes = passes;
        this.clock = clock;
        this.deployment = deployment;
    }

    @GET
    public CatalogStatus status() {
        return CatalogStatus.of(deployment, passes.passes(), clock);
    }
}
