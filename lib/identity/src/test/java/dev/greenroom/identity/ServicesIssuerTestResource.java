package dev.greenroom.identity;

import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

public class ServicesIssuerTestResource implements QuarkusTestResourceLifecycleManager {
    private final Path catalog = TemporaryFolder.create("catalog");
    private final Path state = TemporaryFolder.create("issuer");
    private ServicesIssuer issuer;

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
