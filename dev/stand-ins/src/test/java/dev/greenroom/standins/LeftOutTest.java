package dev.greenroom.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** In a folder of its own, so that nothing of it is in the summary of the run. */
class LeftOutTest {
    @TempDir
    Path folder;

    @Test
    void saysEachThingOnce() {
        LeftOut.say(folder, "one", "it rains");
        LeftOut.say(folder, "two", "it rains");
        LeftOut.say(folder, "one", "it rains");

        assertThat(folder.resolve("left-out.txt"))
                .content()
                .hasLineCount(2)
                .contains("left out: one, because it rains", "left out: two, because it rains");
    }

    @Test
    void skipsAnOutageWhereNothingCanBeTakenAwayAndSaysSo() {
        assertThatThrownBy(() -> LeftOut.withoutStandIn(folder, null, "the outage"))
                .isInstanceOf(TestAbortedException.class);

        assertThat(folder.resolve("left-out.txt")).content().startsWith("left out: the outage, because a container");
    }

    @Test
    void letsAnOutageRunWhereThereIsAStandIn() {
        assertThatCode(() -> LeftOut.withoutStandIn(folder, "Kafka", "the outage"))
                .doesNotThrowAnyException();

        assertThat(folder).isEmptyDirectory();
    }
}
