package dev.greenroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.Byteman;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyTest {
    private static final Path SERVICE =
            Path.of("../../workspace-service").toAbsolutePath().normalize();

    @ParameterizedTest
    @EnumSource(names = "ACKS", mode = EnumSource.Mode.EXCLUDE)
    @Tag("flow")
    void whatTakesItAwayFitsTheService(Safety safety) {
        assertThat(Byteman.misfits(SERVICE, List.of(safety.rules()))).isEmpty();
    }

    @Test
    void isNamedAsTheScriptNamesIt() {
        assertThat(Safety.named("lookup")).isEqualTo(Safety.LOOKUP);
    }
}
