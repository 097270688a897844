package dev.greenroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short run; {@code ./greenroom test --chaos} has longer ones, and such as have to fail. */
@Tag("flow")
class ChaosTest {
    private final Path folder = TemporaryFolder.create("chaos");

    @Test
    void losesDoublesAndReordersNothingWhateverIsKilled() {
        var home = new Home(Path.of("../..").toAbsolutePath().normalize(), folder);
        var options = ChaosOptions.of(List.of("--seed", "5", "--commands", "300", "--kills", "6"));
        var story = new ArrayList<String>();

        var result = new ChaosRun(home, options, story::add).run();

        assertThat(result.green())
                .as("%s%n%s%n%s", result, String.join("\n", result.tally().evidence()), String.join("\n", story))
                .isTrue();
        TemporaryFolder.delete(folder);
    }

    @Test
    void isRedWhereSomethingWentWrongOrAKillWasLeftOut() {
        var options = ChaosOptions.of(List.of("--kills", "2"));
        var lost = new Tally();
        lost.lost("one");

        assertThat(new ChaosResult(options, new Tally(), 2, "").green()).isTrue();
        assertThat(new ChaosResult(options, new Tally(), 1, "").green()).isFalse();
        assertThat(new ChaosResult(options, lost, 2, "").green()).isFalse();
    }
}
