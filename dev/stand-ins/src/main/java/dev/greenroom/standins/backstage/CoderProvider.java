package dev.greenroom.standins.backstage;

import java.net.URI;
import java.util.Map;

/**
 * How users sign in with Coder at a real Backstage: by Coder's own provider, {@code
 * @coder/plugin-auth-backend-module-coder-provider}, as it comes from npm.
 *
 * @param app where Backstage's front end is served; only windows of this origin get sessions
 * @param deployment what the provider takes for Coder, without a slash at the end
 * @param clientId of Backstage as a client of that deployment
 */
public record CoderProvider(URI app, URI deployment, String clientId, String clientSecret) implements BackstageFeature {

    @Override
    public String config() {
        return "app-config.coder.yaml";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "BACKSTAGE_APP",
                app.toString(),
                "BACKSTAGE_CODER",
                deployment.toString(),
                "BACKSTAGE_CODER_CLIENT_ID",
                clientId,
                "BACKSTAGE_CODER_CLIENT_SECRET",
                clientSecret);
    }

    @Override
    public String toString() {
        return "CoderProvider[" + clientId + " of " + app + " at " + deployment + "]";
    }
}
