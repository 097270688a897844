package dev.greenroom.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox writes and sends. */
@ConfigMapping(prefix = "greenroom.outbox")
interface OutboxConfig {

    /** The module that writes: it ends the CloudEvents source and begins the transactional ids. */
    String writer();

    /**
     * Into how many independent queues the keys are divided. Each is served by one replica at a time. Drain the outbox
     * before changing it, or the messages of a key may overtake each other once.
     */
    @WithDefault("1")
    int shards();

    /** Whether this process sends too; without it, rows wait for a process that does. */
    @WithDefault("true")
    boolean relay();

    /** How long a shard rests after its relay died without a word. */
    @WithDefault("10s")
    Duration lease();

    /** How many messages make one Kafka transaction at most. */
    @WithDefault("500")
    int batch();

    /** How soon an idle relay looks again for what other replicas wrote; its own replica's commits wake it at once. */
    @WithDefault("20ms")
    Duration pollMin();

    /** The longest that an idle relay waits before it looks again. */
    @WithDefault("200ms")
    Duration pollMax();

    /**
     * How long a batch may take to reach the broker before it is given up and tried again. One request gets a third of
     * it, and a wait for the broker two thirds. The broker ends the transaction of a relay that died after four thirds,
     * or as soon as another relay takes over; until then, readers see nothing that was sent later.
     */
    @WithDefault("15s")
    Duration deliveryTimeout();

    /**
     * The longest wait before another attempt while Kafka does not take what is sent, or the database is away. The first
     * wait is 200 ms, and each next one is twice as long.
     */
    @WithDefault("5s")
    Duration retryMax();
}
