package dev.greenroom.standins.coder;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Coder stand-in for a Quarkus test: sets {@code greenroom.coder.url}, and fields of type {@link CoderStandIn}. */
public final class CoderTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable CoderStandIn coder;

    @Override
    public Map<String, String> start() {
        coder = CoderStandIn.start();
        return Map.of("greenroom.coder.url", coder.url());
    }

    @Override
    public void inject(TestInjector injector) {
        if (coder != null) {
            injector.injectIntoFields(coder, new TestInjector.MatchesType(CoderStandIn.class));
        }
    }

    @Override
    public void stop() {
        if (coder != null) {
            coder.close();
        }
    }
}
