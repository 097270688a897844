package dev.greenroom.catalogsync.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.CoderConfig;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreationUrlTest {
    private static final URI CODER = URI.create("https://coder.example.com/");
    /** All of ASCII that prints, and some beside it. */
    private static final String CHARACTERS = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
            + "abcdefghijklmnopqrstuvwxyz{|}~\u00e9\u6f22\ud83d\ude00\n";

    @Test
    void writesATemplateAsEncodeUriComponentDoes() {
        assertThat(CreationUrl.of(CODER, null, CHARACTERS, CoderConfig.Mode.AUTO, Map.of()))
                .hasToString(
                        "https://coder.example.com/templates/%20!%22%23%24%25%26'()*%2B%2C-.%2F0123456789%3A%3B%3C%3D"
                                + "%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~%C3%A9"
                                + "%E6%BC%A2%F0%9F%98%80%0A/workspace?mode=auto");
    }

    @Test
    void writesParametersAsUrlSearchParamsDoes() {
        var encoded =
                "+%21%22%23%24%25%26%27%28%29*%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                        + "%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D%7E%C3%A9%E6%BC%A2%F0%9F%98%80%0A";

        assertThat(CreationUrl.of(CODER, null, "java", CoderConfig.Mode.MANUAL, Map.of(CHARACTERS, CHARACTERS)))
                .hasToString("https://coder.example.com/templates/java/workspace?mode=manual&param." + encoded + "="
                        + encoded);
    }

    @Test
    void linksIntoTheOrganization() {
        assertThat(CreationUrl.of(CODER, "r&d team", "java", CoderConfig.Mode.MANUAL, Map.of()))
                .hasToString("https://coder.example.com/templates/r%26d%20team/java/workspace?mode=manual");
    }

    @Test
    void linksToACoderBelowAPath() {
        assertThat(CreationUrl.of(
                        URI.create("https://example.com/coder//"), null, "java", CoderConfig.Mode.MANUAL, Map.of()))
                .hasToString("https://example.com/coder/templates/java/workspace?mode=manual");
    }

    @Test
    void isPartOfTheConfiguration() {
        var compiled =
                Compile.compiled(Compile.NO_DEFAULTS, "{templateName: java, organization: platform, mode: auto}");

        assertThat(compiled.config().creationUrl())
                .hasToString("https://coder.example.com/templates/platform/java/workspace?mode=auto"
                        + "&param.repo_url=https%3A%2F%2Fgithub.com%2Facme%2Fpayments");
    }

    /** A parameter keeps the place at which it came first, as the existing plugin has it. */
    @Test
    void namesTheDefaultsFirstThenTheEntitysAndTheRepositoryWhereItIsNotThereYet() {
        var params = new LinkedHashMap<String, String>();
        params.put("region", "eu-west");
        params.put("cpu", "2");
        var defaults = new CoderDefaults(
                "default",
                URI.create("https://coder.example.com"),
                true,
                "java",
                CoderConfig.Mode.MANUAL,
                List.of("repo_url", "custom_repo"),
                params);

        assertThat(Compile.compiled(defaults, "{params: {zone: b, cpu: '4', custom_repo: x, arch: arm}}")
                        .config()
                        .creationUrl())
                .hasToString("https://coder.example.com/templates/java/workspace?mode=manual&param.region=eu-west"
                        + "&param.cpu=4&param.zone=b&param.custom_repo=https%3A%2F%2Fgithub.com%2Facme%2Fpayments"
                        + "&param.arch=arm&param.repo_url=https%3A%2F%2Fgithub.com%2Facme%2Fpayments");
    }

    @Test
    void isNotThereWithoutATemplate() {
        assertThat(Compile.compiled(Compile.NO_DEFAULTS, "{}").config().creationUrl())
                .isNull();
    }
}
