package dev.greenroom.catalogsync.realbackstage;

import dev.greenroom.standins.backstage.RealBackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service beside a real Backstage. It makes one pass at its start, and then those that a test asks for. */
public class ThousandsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0",
                "greenroom.coder.url", "http://coder.invalid",
                "greenroom.coder.access-url", "https://coder.example.com",
                "greenroom.catalog.poll.interval", "1h",
                "greenroom.catalog.read.retry-delay", "10ms",
                "greenroom.catalog.withdrawal.grace", "1h");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(KafkaTestResource.class),
                new TestResourceEntry(PostgresqlTestResource.class),
                new TestResourceEntry(ServicesIssuerTestResource.class),
                new TestResourceEntry(
                        RealBackstageTestResource.class, Map.of("keeps-orphans", String.valueOf(keepsOrphans()))));
    }

    boolean keepsOrphans() {
        return false;
    }
}
