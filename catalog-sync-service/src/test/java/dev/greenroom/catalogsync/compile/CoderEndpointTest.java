package dev.greenroom.catalogsync.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the service takes for Coder's address, and Backstage's, with what it brings itself and what an operator sets. */
class CoderEndpointTest {
    @Test
    void doesNotStartWithoutCodersAddress() {
        assertThatThrownBy(() -> linksTo(Map.of()))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("greenroom.coder.url is required but it could not be found");
    }

    @Test
    void hasNoBackstageThatNobodyNamed() throws IOException {
        var settings = settings(Map.of("greenroom.coder.url", "http://coder"));

        assertThatThrownBy(() -> settings.getValue("quarkus.rest-client.backstage.url", String.class))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("greenroom.backstage.url");
    }

    @Test
    void linksToWhereTheServicesReachCoder() throws IOException {
        assertThat(linksTo(Map.of("greenroom.coder.url", "http://coder"))).isEqualTo(URI.create("http://coder"));
    }

    @Test
    void linksToWherePeopleReachCoderWhereThatDiffers() throws IOException {
        var set = Map.of("greenroom.coder.url", "http://coder", "greenroom.coder.access-url", "https://coder.example");

        assertThat(linksTo(set)).isEqualTo(URI.create("https://coder.example"));
    }

    private static URI linksTo(Map<String, String> set) throws IOException {
        var settings = settings(set);
        return OperatorDefaults.of(
                        settings.getConfigMapping(DefaultsConfig.class),
                        "default",
                        settings.getConfigMapping(CoderEndpointConfig.class))
                .accessUrl();
    }

    private static SmallRyeConfig settings(Map<String, String> set) throws IOException {
        var file = Objects.requireNonNull(CoderEndpointTest.class.getResource("/application.properties"));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(file))
                .withSources(new PropertiesConfigSource(set, "operator", 500))
                .withMapping(CoderEndpointConfig.class)
                .withMapping(DefaultsConfig.class)
                .build();
    }
}
