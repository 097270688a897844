package dev.greenroom.catalogsync;

import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** One start for all tests. The service makes one pass at its start, and then those that a test asks for. */
public class CatalogSyncProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0",
                "greenroom.coder.url", "http://coder.invalid",
                "greenroom.coder.access-url", "https://coder.example.com",
                "greenroom.catalog.poll.interval", "1h",
                "greenroom.catalog.read.page-size", "4",
                "greenroom.catalog.read.retry-delay", "10ms",
                "greenroom.catalog.withdrawal.grace", "1h",
                "greenroom.catalog.scope.kinds", "component,api",
                "greenroom.catalog.defaults.template-name", "devcontainers");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(KafkaTestResource.class),
                new TestResourceEntry(PostgresqlTestResource.class),
                new TestResourceEntry(BackstageTestResource.class));
    }
}
