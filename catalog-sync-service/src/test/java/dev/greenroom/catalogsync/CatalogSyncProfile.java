package dev.greenroom.catalogsync;

import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** One start for all tests. The service makes one pass at its start, and then those that a test asks for. */
public class CatalogSyncProfile implements QuarkusTestProfile {
    public static final String ADMIN = "user:default/an-admin";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"),
                Map.entry("greenroom.coder.url", "http://coder.invalid"),
                Map.entry("greenroom.coder.access-url", "https://coder.example.com"),
                Map.entry("greenroom.catalog.poll.interval", "1h"),
                Map.entry("greenroom.catalog.hints.interval", "1h"),
                Map.entry("greenroom.catalog.read.page-size", "4"),
                Map.entry("greenroom.catalog.read.retry-delay", "10ms"),
                Map.entry("greenroom.catalog.withdrawal.grace", "1h"),
                Map.entry("greenroom.catalog.scope.kinds", "component,api"),
                Map.entry("greenroom.catalog.defaults.template-name", "devcontainers"),
                Map.entry("greenroom.admins", ADMIN));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(KafkaTestResource.class),
                new TestResourceEntry(PostgresqlTestResource.class),
                new TestResourceEntry(BackstageTestResource.class),
                new TestResourceEntry(StagingBackstageTestResource.class),
                new TestResourceEntry(ServicesIssuerTestResource.class));
    }
}
