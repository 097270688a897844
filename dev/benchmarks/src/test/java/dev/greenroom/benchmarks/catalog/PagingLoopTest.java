package dev.greenroom.benchmarks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.benchmarks.catalog.backstage.LargeBackstage;
import dev.greenroom.standins.TemporaryFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingLoopTest {
    @Test
    void readsEveryPageEachTime() {
        var state = TemporaryFolder.create("large-backstage");
        try (var backstage = LargeBackstage.start(state, 20_000);
                var loop = new PagingLoop(backstage)) {
            for (int i = 0; i < 5; i++) {
                var read = loop.run(List.of("kind=group", "kind=component"));

                assertThat(read.entities()).isEqualTo(20_000);
                assertThat(read.pages().sorted()).hasSize(41);
            }
        } finally {
            TemporaryFolder.delete(state);
        }
    }
}
