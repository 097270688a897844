package dev.greenroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void isALineOfFiveFields() {
        assertThat(new Figure("start.ready", 11.26, "s", 15.0).line()).isEqualTo("start.ready\t11.3\ts\t15.0\tMET");
    }

    @Test
    void tellsRatiosMoreExactly() {
        assertThat(new Figure("memory", 1.136, Figure.RATIO, 1.1).line())
                .isEqualTo("memory\t1.14\tratio\t1.10\tMISSED");
    }

    @Test
    void saysThatAnAimIsMissed() {
        assertThat(new Figure("flow", 100.1, "ms", 100.0).verdict()).isEqualTo(Figure.Verdict.MISSED);
    }

    @Test
    void promisesNothingWhereThereIsNoAim() {
        assertThat(new Figure("memory", 250, "MB", null).line()).isEqualTo("memory\t250\tMB\t-\tTOLD");
    }
}
