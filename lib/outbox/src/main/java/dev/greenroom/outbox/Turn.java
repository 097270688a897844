package dev.greenroom.outbox;

import java.util.List;

/** What a relay finds when it asks for its shard's next rows. */
sealed interface Turn {

    /** The lease is another relay's now. */
    record Lost() implements Turn {}

    /** @param queued in the order of sending; none where nothing waits */
    record Mine(List<Queued> queued) implements Turn {}

    /** @param seq its place in the order of sending */
    record Queued(long seq, Row row) {}
}
