package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.standins.LeftOut;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The module's own tests, by the Node that runs Backstage. */
@Tag("backstage")
class CatalogHintsModuleTest {
    private static final Path BACKSTAGE = Path.of("../backstage");
    private static final Path MODULE = Path.of("../../backstage/catalog-hints");
    private static final Path CACHE = Path.of("../../.greenroom");

    @Test
    void passesItsOwnTests() {
        var install = new BackstageInstall(
                BACKSTAGE.toAbsolutePath(), CACHE.resolve("backstage").toAbsolutePath(), "npm");
        var build = new CatalogHintsBuild(
                MODULE.toAbsolutePath(), CACHE.resolve("catalog-hints").toAbsolutePath(), "npm");
        install.install().or(() -> build.build(install.node())).ifPresent(obstacle -> {
            LeftOut.say("the tests of Backstage's module for hints", obstacle);
            abort(obstacle);
        });

        assertThatCode(() -> build.test(install.node())).doesNotThrowAnyException();
    }
}
