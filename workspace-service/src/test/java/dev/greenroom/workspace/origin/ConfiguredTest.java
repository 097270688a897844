package dev.greenroom.workspace.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.Drift;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.neighbours.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfiguredTest {

    private static final UserRef JANE = new UserRef("default", "jane");

    private final Entity entity = Entity.named("pay").param("cpu", "4").preset("large");

    @Test
    void saysNothingOfAConfigurationThatSaysTheSame() {
        var configured = configured(Map.of());

        assertThat(configured.differenceTo(config(entity))).isEmpty();
        assertThat(configured.differenceTo(config(entity.ownedBy(JANE).preprovision(1, true))))
                .isEmpty();
    }

    @Test
    void namesWhatDiffersInOrder() {
        var now = entity.template("minimal").preset(null).param("cpu", "8").param("arch", "arm64");

        assertThat(configured(Map.of()).differenceTo(config(now)))
                .hasValue(new Drift(true, true, List.of("arch", "cpu")));
    }

    @Test
    void namesAParameterThatIsNoLongerThere() {
        assertThat(configured(Map.of()).differenceTo(config(entity.withoutParams())))
                .hasValue(new Drift(false, false, List.of("cpu", "repo_url")));
    }

    /** Whoever asked for it wanted a value of their own, whatever the configuration says. */
    @Test
    void saysNothingOfParametersThatWereOverridden() {
        var configured = configured(Map.of("cpu", "16", "disk", "100"));

        assertThat(configured.differenceTo(config(entity.param("cpu", "8").param("disk", "50"))))
                .isEmpty();
        assertThat(configured.differenceTo(config(entity.template("minimal"))))
                .hasValue(new Drift(true, false, List.of()));
    }

    @Test
    void takesATemplatesNameAsCoderDoes() {
        assertThat(configured(Map.of()).differenceTo(config(entity.template("DevContainers"))))
                .isEmpty();
        assertThat(configured(Map.of()).differenceTo(config(entity.template(null))))
                .hasValue(new Drift(true, false, List.of()));
    }

    @Test
    void takesTheDefaultOrganizationForNone() {
        var configured = configured(Map.of());

        assertThat(configured.differenceTo(in("default"))).isEmpty();
        assertThat(configured.differenceTo(in("platform"))).hasValue(new Drift(true, false, List.of()));
    }

    @Test
    void printsNoValue() {
        assertThat(configured(Map.of()).toString()).contains("cpu").doesNotContain("4");
    }

    private CoderConfig in(String organization) {
        var config = config(entity);
        return new CoderConfig(
                organization,
                config.templateName(),
                config.mode(),
                config.params(),
                config.preset(),
                config.repositoryUrl(),
                null,
                config.owners(),
                null);
    }

    private Configured configured(Map<String, String> params) {
        var now = Instant.now();
        return Configured.of(
                config(entity),
                new CreateWorkspace(
                        UUID.randomUUID(),
                        "default",
                        JANE,
                        JANE,
                        Cause.REQUESTED,
                        now,
                        now,
                        entity.ref(),
                        null,
                        params));
    }

    private static CoderConfig config(Entity entity) {
        return entity.published(1).config();
    }
}
