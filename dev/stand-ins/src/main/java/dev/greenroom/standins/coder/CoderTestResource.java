package dev.greenroom.standins.coder;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Coder stand-in for a Quarkus test: sets {@code greenroom.coder.url}, and fields of type {@link CoderStandIn}. With
 * the argument {@code oauth2-callback} Greenroom is registered there, and {@code greenroom.coder.oauth2} set.
 */
public final class CoderTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable CoderStandIn coder;
    private @Nullable String callback;

    @Override
    public void init(Map<String, String> arguments) {
        callback = arguments.get("oauth2-callback");
    }

    @Override
    public Map<String, String> start() {
        coder = CoderStandIn.start();
        var settings = new HashMap<>(Map.of("greenroom.coder.url", coder.url()));
        if (callback != null) {
            var client = coder.addOAuth2App("greenroom", callback);
            settings.put("greenroom.coder.oauth2.callback", callback);
            settings.put("greenroom.coder.oauth2.client-id", client.clientId());
            settings.put("greenroom.coder.oauth2.client-secret", client.clientSecret());
        }
        return settings;
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
