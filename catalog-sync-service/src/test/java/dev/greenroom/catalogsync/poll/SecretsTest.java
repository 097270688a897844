package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class SecretsTest extends AuthoredCatalog {
    @Test
    void neverLogsTheTokenAtAnyLevel() {
        try (var log = LogCapture.atAllLevels()) {
            catalog.component(name, "{}");
            passes.run();
            for (var fault : List.of(Fault.failing(401), Fault.failing(500), Fault.resetting())) {
                backstage.faults().set(fault.on("/api/catalog"));
                passes.run();
            }

            assertThat(log.lines()).anyMatch(line -> line.contains("the pass ends early"));
            assertThat(log.lines()).noneMatch(line -> line.contains(backstage.staticToken()));
        }
    }
}
