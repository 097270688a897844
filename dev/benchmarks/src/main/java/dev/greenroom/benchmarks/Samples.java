package dev.greenroom.benchmarks;

import java.util.List;

/** Durations of one kind, in milliseconds where nothing else is said. */
public record Samples(List<Double> sorted) {

    public Samples {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /** The smallest sample that the share of all does not exceed (nearest rank). */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    public double median() {
        return percentile(0.5);
    }
}
