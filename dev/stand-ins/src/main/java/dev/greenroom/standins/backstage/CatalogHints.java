package dev.greenroom.standins.backstage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The module {@code backstage/catalog-hints} in a real Backstage, as it is built from this repository.
 *
 * @param source this repository's {@code backstage/catalog-hints}
 * @param cache where its packages are kept from run to run; 70 MB
 * @param url where hints go: catalog-sync-service, without a slash at the end
 * @param tokenUrl of the issuer, who knows the client
 */
public record CatalogHints(Path source, Path cache, URI url, URI tokenUrl, String clientId, String clientSecret)
        implements BackstageFeature {

    /**
     * Builds it, and puts it beside Backstage's packages.
     *
     * @return why this machine can't have it; empty where it is there
     */
    Optional<String> prepare(BackstageInstall install) {
        var build = new CatalogHintsBuild(source.toAbsolutePath(), cache.toAbsolutePath(), install.npm());
        var obstacle = build.build(install.node());
        if (obstacle.isEmpty()) {
            build.copyTo(install.cache().resolve("catalog-hints"));
        }
        return obstacle;
    }

    @Override
    public String config() {
        return "app-config.hints.yaml";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "BACKSTAGE_HINTS",
                url.toString(),
                "BACKSTAGE_HINTS_TOKEN_URL",
                tokenUrl.toString(),
                "BACKSTAGE_HINTS_CLIENT_ID",
                clientId,
                "BACKSTAGE_HINTS_CLIENT_SECRET",
                clientSecret);
    }

    @Override
    public String toString() {
        return "CatalogHints[" + clientId + " to " + url + "]";
    }
}
