package dev.greenroom.gateway.routes;

/** A service of ours that answers a part of the public API. */
enum Upstream {
    WORKSPACE_SERVICE("workspace-service"),
    AUTH_SERVICE("auth-service"),
    CATALOG_SYNC_SERVICE("catalog-sync-service");

    private final String module;

    Upstream(String module) {
        this.module = module;
    }

    @Override
    public String toString() {
        return module;
    }
}
