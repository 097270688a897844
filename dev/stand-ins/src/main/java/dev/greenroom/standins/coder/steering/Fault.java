package dev.greenroom.standins.coder.steering;

import java.time.Duration;

/** What goes wrong with a call. */
public sealed interface Fault {

    /** The call waits before anything happens to it; other faults of the same call come after. */
    record Delay(Duration time) implements Fault {}

    /** The call takes effect at once, and is answered after a while; in the ledger it is answered. */
    record DelayAfterEffect(Duration time) implements Fault {}

    /** The call has no effect and is answered with an error in Coder's shape. */
    record Fail(int status) implements Fault {}

    /** The call has no effect and is answered with a page, as by a proxy whose Coder is away. */
    record ProxyPage(int status) implements Fault {}

    /** The call takes effect, and yet is answered with an error, as by a proxy that gave up waiting. */
    record FailAfterEffect(int status) implements Fault {}

    /** The call has no effect and is answered as by Coder's rate limit. */
    record Limit(Duration retryAfter) implements Fault {}

    /** The connection is closed before the call has an effect. */
    record DropBeforeEffect() implements Fault {}

    /** The call takes effect, then the connection is closed without an answer. */
    record DropAfterEffect() implements Fault {}
}
