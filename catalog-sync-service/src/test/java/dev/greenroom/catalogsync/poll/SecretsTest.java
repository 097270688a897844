package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class SecretsTest {
    @Inject
    TestPasses passes;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;

    @BeforeEach
    void anEmptyCatalog() {
        database.forget();
        new TestCatalog(backstage).clear();
    }

    @AfterEach
    void mend() {
        backstage.faults().clear();
    }

    @Test
    void neverLogsTheTokenAtAnyLevel() {
        try (var log = LogCapture.atAllLevels()) {
            new TestCatalog(backstage).component(TestCatalog.newName("x"), "{}");
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
