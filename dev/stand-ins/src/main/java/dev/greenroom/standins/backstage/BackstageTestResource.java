package dev.greenroom.standins.backstage;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.TemporaryFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Backstage with an empty catalog for a Quarkus test, which may have a field of type {@link BackstageStandIn} to
 * write entities, mint tokens and switch faults.
 */
public final class BackstageTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String STATIC_TOKEN = "static-token-of-catalog-sync";

    private final Path catalog = TemporaryFolder.create("catalog");
    private final Path state = TemporaryFolder.create("backstage");
    private @Nullable BackstageStandIn standIn;

    @Override
    public Map<String, String> start() {
        standIn = BackstageStandIn.start(BackstageSettings.local(catalog, state, FreePort.find(), STATIC_TOKEN));
        return Map.of("greenroom.backstage.url", standIn.url().toString(), "greenroom.backstage.token", STATIC_TOKEN);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standIn, new TestInjector.MatchesType(BackstageStandIn.class));
    }

    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
        TemporaryFolder.delete(catalog);
        TemporaryFolder.delete(state);
    }
}
