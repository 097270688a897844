package dev.greenroom.gateway.routes;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the services behind the gateway are, and Coder: the same keys that every service has for its neighbours. */
@ApplicationScoped
class Addresses {
    private final URI workspaceService;
    private final URI authService;
    private final URI catalogSyncService;
    private final URI coder;

    Addresses(
            @ConfigProperty(name = "greenroom.workspace-service.url") URI workspaceService,
            @ConfigProperty(name = "greenroom.auth-service.url") URI authService,
            @ConfigProperty(name = "greenroom.catalog-sync-service.url") URI catalogSyncService,
            @ConfigProperty(name = "greenroom.coder.url") URI coder) {
        this.workspaceService = workspaceService;
        this.authService = authService;
        this.catalogSyncService = catalogSyncService;
        this.coder = coder;
    }

    URI of(Upstream upstream) {
        return switch (upstream) {
            case WORKSPACE_SERVICE -> workspaceService;
            case AUTH_SERVICE -> authService;
            case CATALOG_SYNC_SERVICE -> catalogSyncService;
            case CODER -> coder;
        };
    }
}
