package dev.greenroom.standins.backstage;

import dev.greenroom.standins.TemporaryFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment {@code staging} for a Quarkus test, which may have a field of type {@link StagingBackstage}. With the
 * argument {@code away} it is not there when the test begins.
 */
public final class StagingBackstageTestResource implements QuarkusTestResourceLifecycleManager {
    private final Path catalog = TemporaryFolder.create("catalog");
    private final Path state = TemporaryFolder.create("staging");
    private boolean away;
    private @Nullable StagingBackstage staging;

    @Override
    public void init(Map<String, String> arguments) {
        away = Boolean.parseBoolean(arguments.get("away"));
    }

    @Override
    public Map<String, String> start() {
        staging = new StagingBackstage(BackstageStandIn.start(catalog, state, "unused"));
        if (away) {
            staging.standIn().stop();
        }
        return Map.of(
                "greenroom.environments." + StagingBackstage.NAME + ".url",
                staging.standIn().url().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(staging, new TestInjector.MatchesType(StagingBackstage.class));
    }

    @Override
    public void stop() {
        if (staging != null) {
            staging.standIn().close();
        }
        TemporaryFolder.delete(catalog);
        TemporaryFolder.delete(state);
    }
}
