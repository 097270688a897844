package dev.greenroom.gateway.neighbours;

import static java.util.Map.entry;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.leaks.Canary;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The services behind the gateway, and the settings of the tests; a test may have a field of type {@link Neighbours}. */
public final class NeighboursTestResource implements QuarkusTestResourceLifecycleManager {
    public static final String SERVICE_SECRET = "the gateway's secret of the tests";
    private static final String OPERATION_SECRET = "a secret of the tests, long enough to be taken";

    private final Neighbours neighbours = new Neighbours(
            new ServiceStandIn(FreePort.find()),
            new ServiceStandIn(FreePort.find()),
            new ServiceStandIn(FreePort.find()),
            new ServiceStandIn(FreePort.find()));

    @Override
    public Map<String, String> start() {
        Canary.note("secret of operations' ids", OPERATION_SECRET);
        Canary.note("secret of a service", SERVICE_SECRET);
        return Map.ofEntries(
                entry(
                        "greenroom.workspace-service.url",
                        neighbours.workspaceService().url()),
                entry("greenroom.auth-service.url", neighbours.authService().url()),
                entry(
                        "greenroom.catalog-sync-service.url",
                        neighbours.catalogSync().url()),
                entry("greenroom.coder.url", neighbours.coder().url()),
                entry("greenroom.services.secret", SERVICE_SECRET),
                entry("greenroom.gateway.operation-secret", OPERATION_SECRET),
                entry("greenroom.gateway.upstreams.answer-timeout", "1s"),
                entry("greenroom.gateway.cors.origins", "https://portal.example.com"),
                entry("quarkus.http.test-port", "0"),
                entry("quarkus.management.test-port", "0"),
                entry("quarkus.log.console.level", "INFO"),
                entry("quarkus.log.category.\"kafka\".level", "WARN"),
                entry("quarkus.log.category.\"state.change.logger\".level", "WARN"));
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
        neighbours.coder().close();
    }
}
