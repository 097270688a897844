package dev.greenroom.workspace.neighbours;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Auth-service's stand-in, and the settings of the tests. */
public final class NeighboursTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN = "user:default/an-admin";
    public static final String ANOTHER_ADMIN = "user:default/another-admin";

    private final AuthServiceStandIn auth = new AuthServiceStandIn();

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("greenroom.workspace.view.upkeep.owners-per-second", "0"),
                entry("greenroom.auth-service.url", auth.url()),
                entry("greenroom.services.secret", AuthServiceStandIn.SECRET),
                entry("greenroom.preprovision.enabled", "true"),
                entry("greenroom.preprovision.namespaces", "default,team"),
                entry("greenroom.preprovision.kinds", "component"),
                entry("greenroom.preprovision.templates", "devcontainers,minimal"),
                entry("greenroom.admins", ADMIN + "," + ANOTHER_ADMIN),
                entry("quarkus.http.test-port", "0"),
                entry("quarkus.management.test-port", "0"),
                entry("quarkus.datasource.jdbc.acquisition-timeout", "1S"),
                entry("quarkus.log.category.\"kafka\".level", "WARN"),
                entry("quarkus.log.category.\"state.change.logger\".level", "WARN"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(auth, new TestInjector.MatchesType(AuthServiceStandIn.class));
    }

    @Override
    public void stop() {
        auth.close();
    }
}
