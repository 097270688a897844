package dev.greenroom.gateway.routes;

/** Who answers a part of the public API: a service of ours, or Coder itself. */
enum Upstream {
    WORKSPACE_SERVICE("workspace-service"),
    AUTH_SERVICE("auth-service"),
    CATALOG_SYNC_SERVICE("catalog-sync-service"),
    CODER("Coder");

    private final String name;

    Upstream(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
