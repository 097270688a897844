package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
    private static final URI BACKSTAGE = URI.create("https://backstage.example.com");

    @TempDir
    Path folder;

    /** A real one may have hundreds, and each would be a workspace at once. */
    @Test
    void countTheOptInsThatAreThereFromTheStartInTheDemosOwnCatalogOnly() {
        assertThat(snapshot(Neighbours.NONE)).isEqualTo("true");
        assertThat(snapshot(Neighbours.coder(URI.create("https://coder.example.com"))))
                .isEqualTo("true");
        assertThat(snapshot(Neighbours.backstage(BACKSTAGE, "a-token"))).isEqualTo("false");
    }

    private String snapshot(Neighbours neighbours) {
        var home = new Home(folder, folder);
        var plan = new Plan(home, new Secrets(home), new Addresses(), neighbours, Map.of());
        return new ServiceSettings(plan).of("workspace-service").get("greenroom.preprovision.snapshot");
    }
}
