package dev.greenroom.workspace.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.workspace.coder.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildLogTest {

    private static final String TIME = "2026-11-24T11:23:43.095Z";

    @Test
    void hasEachLineWithItsTimeLevelAndStage() {
        // When
        var log = BuildLog.of(List.of(
                line("Setting up", ""),
                line("Starting workspace", "docker_container.workspace: Creating...\nstill creating"),
                new LogLine(TIME, "error", "Starting workspace", "no space left on device")));

        // Then
        assertThat(log.text()).isEqualTo("""
                2026-11-24T11:23:43.095Z info Setting up
                2026-11-24T11:23:43.095Z info Starting workspace: docker_container.workspace: Creating...
                2026-11-24T11:23:43.095Z info Starting workspace: still creating
                2026-11-24T11:23:43.095Z error Starting workspace: no space left on device
                """);
    }

    @Test
    void isKeptWholeUpToItsLargestSize() {
        // Given
        var shortest = BuildLog.of(List.of(line("Setting up", "x"))).text().length() - 1;
        var rest = "x".repeat(BuildLog.MOST_BYTES / 2 - shortest);

        // When
        var whole = BuildLog.of(List.of(line("Setting up", rest), line("Setting up", rest)));
        var cut = BuildLog.of(List.of(line("Setting up", rest), line("Setting up", rest + "x")));

        // Then
        assertThat(bytes(whole)).isEqualTo(BuildLog.MOST_BYTES);
        assertThat(whole.text()).doesNotContain("left out");
        assertThat(cut.text()).startsWith("(1 earlier lines of the log are left out here; Coder has them.)\n");
        assertThat(cut.text().lines()).hasSize(2);
    }

    @Test
    void keepsItsEndInWholeLinesWhereItIsLong() {
        // When
        var log = BuildLog.of(IntStream.range(0, 5000)
                .mapToObj(number -> line("Starting workspace", "müll number " + number))
                .toList());

        // Then
        var lines = log.text().lines().toList();
        var kept = lines.size() - 1;
        assertThat(lines.getFirst())
                .isEqualTo("(" + (5000 - kept) + " earlier lines of the log are left out here; Coder has them.)");
        assertThat(lines.get(1)).isEqualTo(TIME + " info Starting workspace: müll number " + (5000 - kept));
        assertThat(log.text()).endsWith("müll number 4999\n");
        assertThat(bytes(log)).isBetween(BuildLog.MOST_BYTES - 256, BuildLog.MOST_BYTES);
    }

    @Test
    void keepsTheEndOfALineThatIsLongerThanAllThatIsKept() {
        // When
        var log = BuildLog.of(List.of(line("Setting up", "before"), line("Setting up", "ü".repeat(100_000) + "!")));

        // Then
        assertThat(log.text())
                .startsWith("(1 earlier lines of the log are left out here; Coder has them.)\nü")
                .endsWith("ü!\n")
                .doesNotContain("before", "\ufffd");
        assertThat(bytes(log)).isBetween(BuildLog.MOST_BYTES - 256, BuildLog.MOST_BYTES);
    }

    @Test
    void hasNothingThatADatabaseDoesNotTake() {
        // When
        var log = BuildLog.of(List.of(line("Setting up", "a\0b \ud83d c")));

        // Then
        assertThat(log.text()).isEqualTo(TIME + " info Setting up: a\ufffdb ? c\n");
    }

    @Test
    void doesNotPrintItself() {
        // Given
        var line = line("Setting up", "the author's secret");

        // Then
        assertThat(line.toString() + BuildLog.of(List.of(line))).doesNotContain("secret");
    }

    private static LogLine line(String stage, String output) {
        return new LogLine(TIME, "info", stage, output);
    }

    private static int bytes(BuildLog log) {
        return log.text().getBytes(StandardCharsets.UTF_8).length;
    }
}
