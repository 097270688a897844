package dev.greenroom.benchmarks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogRunTest {
    @Test
    void missesNothingWhereThereIsOneEventForEachChange() {
        assertThat(CatalogRun.missed(List.of("a", "b"), List.of("b", "a"))).isZero();
    }

    @Test
    void countsWhatIsMissingAndWhatIsBesideThePoint() {
        assertThat(CatalogRun.missed(List.of("a", "b"), List.of("a"))).isEqualTo(1);
        assertThat(CatalogRun.missed(List.of("a"), List.of("a", "a"))).isEqualTo(1);
        assertThat(CatalogRun.missed(List.of("a"), List.of("b"))).isEqualTo(2);
    }

    @Test
    void wantsOneEventOfAnEntityThatWasChangedTwice() {
        assertThat(CatalogRun.missed(List.of("a", "a"), List.of("a"))).isZero();
    }
}
