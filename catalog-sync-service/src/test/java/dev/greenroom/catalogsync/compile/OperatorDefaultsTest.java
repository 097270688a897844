package dev.greenroom.catalogsync.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.CoderConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorDefaultsTest {

    @Test
    void areForAllEntitiesAndNameNoTemplateWhereNothingIsSet() {
        assertThat(defaults(Map.of()))
                .isEqualTo(new CoderDefaults(
                        "here",
                        URI.create("https://coder.example.com"),
                        true,
                        null,
                        CoderConfig.Mode.MANUAL,
                        List.of("repo_url"),
                        Map.of()));
    }

    @Test
    void areWhatIsSet() {
        var set = Map.of(
                "without-spec-coder", "false",
                "template-name", "devcontainers",
                "mode", "auto",
                "repo-url-param-keys", "custom_repo,repo_url",
                "params.region", "eu-west",
                "params.cpu", "2");

        assertThat(defaults(set))
                .isEqualTo(new CoderDefaults(
                        "here",
                        URI.create("https://coder.example.com"),
                        false,
                        "devcontainers",
                        CoderConfig.Mode.AUTO,
                        List.of("custom_repo", "repo_url"),
                        Map.of("cpu", "2", "region", "eu-west")));
        assertThat(defaults(set).params().keySet()).containsExactly("cpu", "region");
    }

    private static CoderDefaults defaults(Map<String, String> set) {
        var settings = new HashMap<>(Map.of("greenroom.coder.url", "https://coder.example.com"));
        set.forEach((key, value) -> settings.put("greenroom.catalog.defaults." + key, value));
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "operator", 500))
                .withMapping(CoderEndpointConfig.class)
                .withMapping(DefaultsConfig.class)
                .build();
        return OperatorDefaults.of(
                config.getConfigMapping(DefaultsConfig.class),
                "here",
                config.getConfigMapping(CoderEndpointConfig.class));
    }
}
