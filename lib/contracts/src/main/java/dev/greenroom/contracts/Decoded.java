package dev.greenroom.contracts;

import org.jspecify.annotations.Nullable;

/** What a record turned out to be. */
public sealed interface Decoded {

    /** @param traceparent the writer's W3C trace context, where it sent one */
    record Known(Message message, @Nullable String traceparent) implements Decoded {}

    /**
     * A null value, by which a key of a compacted topic is dropped: behind a message that {@link Message#endsItsKey}, or
     * from whoever looks after the topic. It takes nothing back that the message before it said.
     */
    record Tombstone(String key) implements Decoded {}

    /**
     * Not one of ours, or not one that this version knows. It belongs on the dead-letter topic.
     *
     * @param why what is wrong with it, without its content
     */
    record Unreadable(String why) implements Decoded {}
}
