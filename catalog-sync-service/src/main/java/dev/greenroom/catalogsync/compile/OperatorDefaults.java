package dev.greenroom.catalogsync.compile;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the operator's defaults of the configuration. */
final class OperatorDefaults {
    @Produces
    @Singleton
    static CoderDefaults of(
            DefaultsConfig config,
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            CoderEndpointConfig coder) {
        return new CoderDefaults(
                deployment,
                coder.accessUrl().orElseGet(coder::url),
                config.withoutSpecCoder(),
                config.templateName().orElse(null),
                config.mode(),
                config.repoUrlParamKeys(),
                // In an order that is the same in every replica and after every start.
                new TreeMap<>(config.params()));
    }
}
