package dev.greenroom.benchmarks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Metrics.Look LOOK = new Metrics.Look(List.of(
            "# TYPE greenroom_catalog_pass_seconds summary",
            "greenroom_catalog_pass_seconds_count{outcome=\"complete\"} 3.0",
            "greenroom_catalog_pass_seconds_count{outcome=\"incomplete\"} 1.0",
            "greenroom_outbox_pending 7.0",
            "greenroom_outbox_pending_other 5.0"));

    @Test
    void addsUpTheSeriesOfAName() {
        assertThat(LOOK.sum("greenroom_catalog_pass_seconds_count", "")).isEqualTo(4);
        assertThat(LOOK.sum("greenroom_outbox_pending", "")).isEqualTo(7);
    }

    @Test
    void takesThoseWithTheLabelOnly() {
        assertThat(LOOK.sum("greenroom_catalog_pass_seconds_count", "outcome=\"complete\""))
                .isEqualTo(3);
    }

    @Test
    void isNothingWhereThereIsNone() {
        assertThat(LOOK.sum("greenroom_catalog_pass_seconds_sum", "")).isZero();
    }
}
