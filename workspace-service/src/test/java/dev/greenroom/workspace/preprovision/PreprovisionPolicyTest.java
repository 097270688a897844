package dev.greenroom.workspace.preprovision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.neighbours.Entity;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator's settings allow; what they leave out they do not allow. */
class PreprovisionPolicyTest {

    private static final String PREFIX = "greenroom.preprovision.";
    private static final UserRef OWNER = new UserRef("default", "jane");
    private static final Map<String, String> OPEN =
            Map.of("enabled", "true", "namespaces", "default", "kinds", "component", "templates", "*", "hosts", "*");

    private final Entity entity = Entity.named("service").template("devcontainers");

    @Test
    void allowsWhatIsListedForEveryOwner() {
        assertThat(allows(OPEN)).isTrue();
    }

    @Test
    void isOffWhereNothingIsSaid() {
        // Given
        var settings = new HashMap<>(OPEN);

        // When
        settings.remove("enabled");

        // Then
        assertThat(allows(settings)).isFalse();
        assertThat(policy(settings).enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespaces", "kinds", "templates", "hosts"})
    void allowsNothingWhereAListIsNotSet(String list) {
        // Given
        var settings = new HashMap<>(OPEN);

        // When
        settings.remove(list);

        // Then
        assertThat(allows(settings)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespaces", "kinds", "templates", "hosts", "owners"})
    void allowsNothingWhereAListIsEmpty(String list) {
        assertThat(allows(with(list, ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "namespaces,other",
        "kinds,'resource,api'",
        "templates,devcontainers-large",
        "hosts,'gitlab.com,github.com:8443,hub.com'",
        "owners,user:default/joe",
    })
    void allowsNothingElseThanWhatAListNames(String list, String others) {
        assertThat(allows(with(list, others))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "namespaces,'other,Default'",
        "kinds,'API,Component'",
        "templates,'minimal,DevContainers'",
        "hosts,'gitlab.com,GitHub.com'",
        "owners,'user:default/joe,User:Default/Jane'",
        "namespaces,*",
        "kinds,*",
        "owners,*",
    })
    void allowsWhatAListNamesWhateverItsCase(String list, String names) {
        assertThat(allows(with(list, names))).isTrue();
    }

    /** Without a source location, what the author writes there is what is cloned. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/acme/service",
                "git@evil.example.com:service",
                "https://github.com:8443/a"
            })
    void allowsNoOtherHostAmongTheParameters(String repository) {
        var elsewhere = entity.param("custom_repo", repository);
        var settings = with("hosts", "github.com");

        assertThat(policy(settings).allows(elsewhere.published(1), OWNER)).isFalse();
        assertThat(policy(settings).allows(elsewhere.from(null).published(1), OWNER))
                .isFalse();
        assertThat(policy(settings).allows(entity.param("cpu", "4").published(1), OWNER))
                .isTrue();
    }

    @Test
    void allowsAnEntityWithoutARepositoryWhereEveryHostIs() {
        var without = entity.withoutParams().from(null);

        assertThat(policy(with("hosts", "github.com")).allows(without.published(1), OWNER))
                .isFalse();
        assertThat(policy(OPEN).allows(without.published(1), OWNER)).isTrue();
    }

    @Test
    void saysWhichSettingsDoNotAllowIt() {
        var settings = Map.of("enabled", "true", "namespaces", "other", "templates", "*", "hosts", "gitlab.com");

        assertThat(policy(settings).against(entity.inSnapshot().published(1), OWNER))
                .containsExactly("snapshot", "namespaces", "kinds", "hosts");
        assertThat(policy(Map.of()).against(entity.published(1), OWNER)).startsWith("enabled");
    }

    @Test
    void allowsNothingOfTheSnapshotUnlessItIsToldTo() {
        assertThat(policy(OPEN).allows(entity.inSnapshot().published(1), OWNER)).isFalse();
        assertThat(policy(with("snapshot", "false")).allows(entity.inSnapshot().published(1), OWNER))
                .isFalse();
        assertThat(policy(with("snapshot", "true")).allows(entity.inSnapshot().published(1), OWNER))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void allowsALaterOptInWhateverHoldsForTheSnapshot(String snapshot) {
        assertThat(policy(with("snapshot", snapshot))
                        .allows(entity.preprovision(2, true).published(2), OWNER))
                .isTrue();
    }

    private static Map<String, String> with(String list, String names) {
        var settings = new HashMap<>(OPEN);
        settings.put(list, names);
        return settings;
    }

    private boolean allows(Map<String, String> settings) {
        return policy(settings).allows(entity.published(1), OWNER);
    }

    private static PreprovisionPolicy policy(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(PreprovisionConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter());
        settings.forEach((key, value) -> builder.withDefaultValue(PREFIX + key, value));
        return new PreprovisionPolicy(builder.build().getConfigMapping(PreprovisionConfig.class));
    }
}
