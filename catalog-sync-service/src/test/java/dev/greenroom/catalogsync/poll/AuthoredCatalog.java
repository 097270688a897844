package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.standins.backstage.BackstageStandIn;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A catalog that a test edits, and what is published of it. Each test begins with an empty one that was never read, and
 * has the name of a component that is its own.
 */
abstract class AuthoredCatalog {
    @Inject
    TestPasses passes;

    @Inject
    PublishedConfigs published;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    TestCatalog catalog;
    final String name = TestCatalog.newName("payments");
    final String ref = "component:default/" + name;

    @BeforeEach
    void startWithAnEmptyCatalog() {
        catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
    }

    @AfterEach
    void leaveBackstageWellAndTheLeaseToTheNext() {
        backstage.faults().clear();
        database.letTheLeaseRunOut();
    }

    /** The owners of the test's component, as each of its messages had them. */
    List<String> owners() {
        return messages().map(event -> event.config().owners().toString()).toList();
    }

    /** Its templates, as above. */
    List<String> templates() {
        return messages().map(event -> event.config().templateName()).toList();
    }

    private Stream<Published> messages() {
        return published.about(ref).stream().map(Published.class::cast);
    }
}
