package dev.greenroom.standins.backstage;

import dev.greenroom.standins.TemporaryFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The issuer of services' tokens for a Quarkus test, which may have a field of type {@link ServicesIssuer}. */
public final class ServicesIssuerTestResource implements QuarkusTestResourceLifecycleManager {
    private final Path catalog = TemporaryFolder.create("catalog");
    private final Path state = TemporaryFolder.create("issuer");
    private @Nullable ServicesIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = new ServicesIssuer(BackstageStandIn.start(catalog, state, "unused"));
        return Map.of("greenroom.services.issuer", issuer.issuer());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(ServicesIssuer.class));
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.standIn().close();
        }
        TemporaryFolder.delete(catalog);
        TemporaryFolder.delete(state);
    }
}
