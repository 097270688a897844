package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.leaks.LeakHunt;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class BackstageTestResourceTest {
    /** As a test of a service has it. */
    static class ATest {
        BackstageStandIn backstage;
        String other;
    }

    @Test
    void configuresAServiceForAnEmptyCatalogAndGivesItsTestTheMeansToFillIt() {
        var resource = new BackstageTestResource();
        var test = new ATest();
        try {
            var config = resource.start();
            resource.inject(injectInto(test));
            var http = new BackstageHttp(URI.create(config.get("greenroom.backstage.url")));
            var token = config.get("greenroom.backstage.token");
            assertThat(http.get(token, "/api/catalog/entities").body()).isEmpty();

            BackstageUnderTest.writeCatalog(test.backstage.files().folder());

            assertThat(http.get(token, "/api/catalog/entities?filter=kind=user").body())
                    .hasSize(2);
            assertThat(test.other).isNull();
        } finally {
            resource.stop();
        }
        // A search for leaks has everything kept.
        assertThat(Files.exists(test.backstage.files().folder()))
                .isEqualTo(LeakHunt.asked().isPresent());
    }

    private static TestInjector injectInto(ATest test) {
        return (value, predicate) -> {
            for (var field : ATest.class.getDeclaredFields()) {
                if (predicate.test(field)) {
                    set(test, field, value);
                }
            }
        };
    }

    private static void set(ATest test, Field field, Object value) {
        try {
            field.set(test, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
