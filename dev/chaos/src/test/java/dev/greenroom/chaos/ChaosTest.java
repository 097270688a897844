package dev.greenroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short run with one broker, so that all of Kafka is away for a while; {@code ./greenroom test --chaos} has longer ones. */
@Tag("flow")
class ChaosTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void nothingIsLostDoubledOrReorderedByKills() {
        var seed = ChaosOptions.of(List.of()).seed();
        var folder = TemporaryFolder.create("chaos");

        var result = new ChaosRun(new Home(ROOT, folder), new ChaosOptions(seed, 300, 6, 1, null), System.out::println)
                .run();

        assertThat(result.tally().evidence()).as(result + ", logs in " + folder).isEmpty();
        assertThat(result.green()).as(result.toString()).isTrue();
        TemporaryFolder.delete(folder);
    }
}
