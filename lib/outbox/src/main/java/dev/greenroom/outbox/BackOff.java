package dev.greenroom.outbox;

import java.time.Duration;

/** Waits that double from one to the next, until something happens. */
final class BackOff {
    private final Duration first;
    private final Duration last;
    private Duration next;

    BackOff(Duration first, Duration last) {
        this.first = first;
        this.last = last;
        this.next = first;
    }

    Duration next() {
        var now = next;
        var doubled = now.multipliedBy(2);
        next = doubled.compareTo(last) < 0 ? doubled : last;
        return now;
    }

    void reset() {
        next = first;
    }
}
