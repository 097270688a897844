package dev.greenroom.gateway.neighbours;

import dev.greenroom.standins.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts the services behind the gateway; a test may have a field of type {@link Neighbours}. */
public final class NeighboursTestResource implements QuarkusTestResourceLifecycleManager {
    private final Neighbours neighbours = new Neighbours(
            new ServiceStandIn(FreePort.find()),
            new ServiceStandIn(FreePort.find()),
            new ServiceStandIn(FreePort.find()));

    @Override
    public Map<String, String> start() {
        return Map.of(
                "greenroom.workspace-service.url",
                neighbours.workspaceService().url(),
                "greenroom.auth-service.url",
                neighbours.authService().url(),
                "greenroom.catalog-sync-service.url",
                neighbours.catalogSync().url(),
                "greenroom.gateway.operation-secret",
                "a secret of the tests, long enough to be taken",
                "greenroom.gateway.upstreams.answer-timeout",
                "1s",
                "greenroom.gateway.cors.origins",
                "https://portal.example.com");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(neighbours, new TestInjector.MatchesType(Neighbours.class));
    }

    @Override
    public void stop() {
        neighbours.workspaceService().close();
        neighbours.authService().close();
        neighbours.catalogSync().close();
    }
}
