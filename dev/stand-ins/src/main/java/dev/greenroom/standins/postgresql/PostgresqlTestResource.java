package dev.greenroom.standins.postgresql;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.TemporaryFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * An empty database for a Quarkus test, which may have a field of type {@link PostgresqlStandIn} to take the server
 * away and bring it back. With {@code -Dgreenroom.containers} it is the official image by Testcontainers, and the field
 * stays null.
 */
public final class PostgresqlTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "greenroom";

    private final Path data = TemporaryFolder.create("postgresql");
    private @Nullable PostgresqlStandIn standIn;
    private @Nullable PostgreSQLContainer container;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                Boolean.getBoolean("greenroom.containers") ? startContainer() : startStandIn(),
                "quarkus.datasource.username",
                NAME,
                "quarkus.datasource.password",
                NAME);
    }

    private String startStandIn() {
        standIn = PostgresqlStandIn.start(data, FreePort.find(), PostgresqlStandIn.FORGETFUL);
        standIn.createDatabase(NAME, NAME);
        return standIn.jdbcUrl(NAME);
    }

    private String startContainer() {
        container = new PostgreSQLContainer("postgres:18.1")
                .withDatabaseName(NAME)
                .withUsername(NAME)
                .withPassword(NAME);
        container.start();
        return container.getJdbcUrl();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standIn, new TestInjector.MatchesType(PostgresqlStandIn.class));
    }

    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
        if (container != null) {
            container.stop();
        }
        TemporaryFolder.delete(data);
    }
}
