package dev.greenroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the module brings as its settings, with nothing set by an operator. */
class SettingsTest {
    @Test
    void hasNoBackstageThatNobodyNamed() throws IOException {
        var settings = settings();

        assertThatThrownBy(() -> settings.getValue("quarkus.rest-client.backstage.url", String.class))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("greenroom.backstage.url");
    }

    @Test
    void hasOneKeyForEachServicesAddress() throws IOException {
        assertThat(settings().getPropertyNames())
                .filteredOn(name -> name.startsWith("greenroom."))
                .containsExactlyInAnyOrder(
                        "greenroom.deployment",
                        "greenroom.workspace-service.url",
                        "greenroom.auth-service.url",
                        "greenroom.catalog-sync-service.url");
    }

    private static SmallRyeConfig settings() throws IOException {
        var file = Objects.requireNonNull(SettingsTest.class.getResource("/application.properties"));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(file))
                .build();
    }
}
