package dev.greenroom.catalogsync.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.EntityRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefBatchesTest {
    @Test
    void staysBelowWhatBackstageTakes() {
        var refs = IntStream.range(0, 3_000)
                .mapToObj(i -> new EntityRef("component", "n".repeat(63), "x".repeat(50) + i))
                .toList();

        var batches = RefBatches.of(refs, 10_000);

        assertThat(batches)
                .allMatch(batch -> new BackstageApi.Refs(texts(batch), List.of())
                                .toString()
                                .length()
                        < 90_000);
        assertThat(batches.stream().flatMap(List::stream)).isEqualTo(refs);
    }

    @Test
    void countsReferencesToo() {
        var refs = IntStream.range(0, 7)
                .mapToObj(i -> EntityRef.parse("component:default/c" + i))
                .toList();

        assertThat(RefBatches.of(refs, 3)).extracting(List::size).containsExactly(3, 3, 1);
    }

    @Test
    void asksNothingForNothing() {
        assertThat(RefBatches.of(List.of(), 3)).isEmpty();
    }

    private static List<String> texts(List<EntityRef> refs) {
        return refs.stream().map(EntityRef::toString).toList();
    }
}
