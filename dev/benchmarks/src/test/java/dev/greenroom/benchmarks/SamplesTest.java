package dev.greenroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void takesTheNearestRankWhateverTheOrder() {
        var hundred = new Samples(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

        assertThat(hundred.median()).isEqualTo(50);
        assertThat(hundred.percentile(0.99)).isEqualTo(99);
        assertThat(hundred.percentile(1)).isEqualTo(100);
    }

    @Test
    void takesTheOnlySampleForEveryShare() {
        assertThat(new Samples(List.of(7.0)).percentile(0.01)).isEqualTo(7);
    }

    @Test
    void refusesToSpeakOfNothing() {
        assertThatThrownBy(() -> new Samples(List.of())).hasMessage("nothing was measured");
    }
}
