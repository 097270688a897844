package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.Samples;
import java.util.List;

/**
 * Unchanged passes and bare loops over the same pages, in turn.
 *
 * @param passes of the service
 * @param loops of nothing but its client
 */
record Rounds(List<Pass> passes, List<PagingLoop.Read> loops) {
    Rounds {
        passes = List.copyOf(passes);
        loops = List.copyOf(loops);
    }

    /** How many entities a loop read. */
    int entities() {
        return loops.getLast().entities();
    }

    double passSeconds() {
        return new Samples(passes.stream().map(Pass::seconds).toList()).median();
    }

    double loopSeconds() {
        return new Samples(loops.stream().map(PagingLoop.Read::seconds).toList()).median();
    }

    /** How long a loop waits for a page. */
    double pageMillis() {
        return new Samples(loops.stream()
                        .flatMap(read -> read.pages().sorted().stream())
                        .toList())
                .median();
    }

    double wallRatio() {
        return passSeconds() / loopSeconds();
    }
}
