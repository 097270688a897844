package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
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
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Lines lines = new Lines();

    @BeforeEach
    void listenToEverything() {
        database.forget();
        new TestCatalog(backstage).clear();
        root.addHandler(lines);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(before);
        root.removeHandler(lines);
        backstage.faults().clear();
    }

    @Test
    void neverLogsTheTokenAtAnyLevel() {
        new TestCatalog(backstage).component(TestCatalog.newName("x"), "{}");
        passes.run();
        for (var fault : List.of(Fault.failing(401), Fault.failing(500), Fault.resetting())) {
            backstage.faults().set(fault.on("/api/catalog"));
            passes.run();
        }

        assertThat(lines.all).anyMatch(line -> line.contains("the pass ends early"));
        assertThat(lines.all).noneMatch(line -> line.contains(backstage.staticToken()));
    }

    /** With the exceptions and all their causes. */
    private static final class Lines extends Handler {
        private final List<String> all = Collections.synchronizedList(new ArrayList<>());
        private final PatternFormatter format = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord line) {
            all.add(format.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
