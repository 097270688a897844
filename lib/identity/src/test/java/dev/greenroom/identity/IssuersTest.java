package dev.greenroom.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuersTest {
    private static final String BACKSTAGE = "https://backstage/api/auth";
    private static final String SERVICES = "https://auth-service";

    @Test
    void areTheConfiguredOnesAndNoOthers() {
        var issuers = with(Map.of("staging", new NamedBackstage("https://staging")));

        assertThat(issuers.find(BACKSTAGE)).map(Issuer::callers).hasValue(CallerKind.USER);
        assertThat(issuers.find(SERVICES)).map(Issuer::callers).hasValue(CallerKind.SERVICE);
        assertThat(issuers.find("https://staging/api/auth").orElseThrow().callerOf("user:default/jane"))
                .isEqualTo("user:default/jane@staging");
        assertThat(issuers.find("https://elsewhere/api/auth")).isEmpty();
        assertThat(issuers.find(null)).isEmpty();
    }

    @Test
    void haveTheNameThatIsSetForThem() {
        var issuers =
                with(Map.of("staging", new NamedBackstage("http://10.0.0.7", Optional.of("https://staging/api/auth"))));

        assertThat(issuers.find("https://staging/api/auth")).map(Issuer::url).hasValue("http://10.0.0.7/api/auth");
        assertThat(issuers.find("http://10.0.0.7/api/auth")).isEmpty();
    }

    @Test
    void areReadFromTheEnvironmentToo() {
        var environment = Map.of(
                "GREENROOM_ENVIRONMENTS_STAGING_URL", "http://10.0.0.7",
                "GREENROOM_ENVIRONMENTS_STAGING_ISSUER", "https://staging/api/auth");
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(EnvironmentsConfig.class)
                .build()
                .getConfigMapping(EnvironmentsConfig.class);

        assertThat(with(config.backstages()).find("https://staging/api/auth"))
                .map(Issuer::tenant)
                .hasValue("backstage-staging");
    }

    @Test
    void areNeverTakenForThoseOfServicesByTheirEnvironmentsName() {
        var issuers = with(Map.of("services", new NamedBackstage("https://services")));

        assertThat(issuers.all()).extracting(Issuer::tenant).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {BACKSTAGE, SERVICES, "https://staging/api/auth"})
    void haveNoNameInCommon(String issuer) {
        var environments = Map.of(
                "staging", new NamedBackstage("https://staging"),
                "twin", new NamedBackstage("https://twin", Optional.of(issuer)));

        assertThatIllegalStateException()
                .isThrownBy(() -> with(environments))
                .withMessageContaining("greenroom.environments.twin")
                .withMessageContaining("have the same issuer, " + issuer)
                .withMessageContaining("nobody could tell their callers apart");
    }

    /** Else the keys of the one would speak for the other. */
    @Test
    void haveNoKeysInCommon() {
        var environments = Map.of("twin", new NamedBackstage("https://backstage", Optional.of("https://twin")));

        assertThatIllegalStateException()
                .isThrownBy(() -> with(environments))
                .withMessage("greenroom.backstage and greenroom.environments.twin have the same address of keys,"
                        + " https://backstage/api/auth: nobody could tell their callers apart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Staging", "sta_ging", "-staging", "a.b"})
    void areOfEnvironmentsThatHaveANameOfOne(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of(name, new NamedBackstage("https://staging"))))
                .withMessageContaining("not an environment's name")
                .withMessageContaining(name);
    }

    private static Issuers with(Map<String, ? extends EnvironmentsConfig.Backstage> environments) {
        return new Issuers("https://backstage", BACKSTAGE, SERVICES, () -> Map.copyOf(environments));
    }
}
