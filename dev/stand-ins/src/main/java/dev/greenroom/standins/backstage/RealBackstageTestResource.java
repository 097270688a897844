package dev.greenroom.standins.backstage;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real Backstage with an empty catalog for a Quarkus test, which has a field of type {@link RealBackstageOutcome}:
 * where there can't be one, the test says so. Its catalog is as {@link CatalogChoice#LOCATIONS} has it; with the argument
 * {@code keeps-orphans} it keeps orphans, too.
 */
public final class RealBackstageTestResource implements QuarkusTestResourceLifecycleManager {
    /** This repository, from the folder of a service. */
    private static final Path ROOT = Path.of("..");

    private static final String DATABASE = "backstage";

    private final Path catalog = TemporaryFolder.create("catalog");
    private final Path data = TemporaryFolder.create("backstage");
    private boolean keepsOrphans;
    private @Nullable PostgresqlStandIn postgresql;
    private @Nullable RealBackstageOutcome outcome;

    @Override
    public void init(Map<String, String> arguments) {
        keepsOrphans = Boolean.parseBoolean(arguments.get("keeps-orphans"));
    }

    @Override
    public Map<String, String> start() {
        postgresql = PostgresqlStandIn.start(data, FreePort.find(), PostgresqlStandIn.FORGETFUL);
        postgresql.createDatabase(DATABASE, DATABASE);
        // A file that it doesn't find at its start it would take for a fault, and not for the beginning of its catalog.
        new CatalogFiles(catalog).write("locations.yaml", "");
        outcome = RealBackstage.start(
                ROOT.resolve("dev/backstage"),
                ROOT.resolve(".greenroom/backstage"),
                BackstageDatabase.of(postgresql.jdbcUrl(DATABASE), DATABASE, DATABASE),
                catalog,
                choices());
        return switch (outcome) {
            case RealBackstageOutcome.Started(var backstage) ->
                config(backstage.url().toString(), backstage.staticToken());
            case RealBackstageOutcome.LeftOut _ -> config("http://backstage.invalid", "none");
        };
    }

    private CatalogChoice[] choices() {
        return keepsOrphans
                ? new CatalogChoice[] {CatalogChoice.LOCATIONS, CatalogChoice.KEPT_ORPHANS}
                : new CatalogChoice[] {CatalogChoice.LOCATIONS};
    }

    private static Map<String, String> config(String url, String token) {
        return Map.of("greenroom.backstage.url", url, "greenroom.backstage.token", token);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(outcome, new TestInjector.MatchesType(RealBackstageOutcome.class));
    }

    @Override
    public void stop() {
        if (outcome instanceof RealBackstageOutcome.Started(var backstage)) {
            backstage.close();
        }
        if (postgresql != null) {
            postgresql.close();
        }
        TemporaryFolder.delete(catalog);
        TemporaryFolder.delete(data);
    }
}
