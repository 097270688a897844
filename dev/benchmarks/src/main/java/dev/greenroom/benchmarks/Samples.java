package dev.greenroom.benchmarks;

import java.util.List;

/** Durations in milliseconds, of one kind. */
record Samples(List<Double> sorted) {

    Samples {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /** The smallest sample that the share of all does not exceed (nearest rank). */
    double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    double median() {
        return percentile(0.5);
    }
}
