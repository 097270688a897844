package dev.greenroom.standins.backstage;

import java.util.Map;

/** What a real Backstage has besides what {@code dev/backstage} always has. */
public sealed interface BackstageFeature permits CatalogChoice, CatalogHints, CoderProvider {

    /** The file of {@code dev/backstage} that is read beside {@code app-config.yaml}. */
    String config();

    /** What that file leaves open. */
    Map<String, String> environment();
}
