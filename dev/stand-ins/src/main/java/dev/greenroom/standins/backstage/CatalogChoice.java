package dev.greenroom.standins.backstage;

import java.util.Map;

/** How a real Backstage keeps its catalog, where not as {@code dev/backstage} usually does. */
public enum CatalogChoice implements BackstageFeature {
    /**
     * It begins with the file {@code locations.yaml} of the folder, whose locations name the others, and reads a location
     * again only where it is asked to ({@code POST /api/catalog/refresh}). So thousands of entities cost nothing while
     * nobody changes them, and a fault in one file is none of the others.
     */
    LOCATIONS("app-config.locations.yaml"),
    /** What no file has any more stays, as an orphan. What it reads it reads again every second. */
    KEPT_ORPHANS("app-config.orphans.yaml");

    private final String config;

    CatalogChoice(String config) {
        this.config = config;
    }

    @Override
    public String config() {
        return config;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }
}
