package dev.greenroom.standins.backstage;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way in which Backstage may be unwell.
 *
 * @param path which requests it hits, by the start of their path, with its query as it is sent
 * @param times how many of them; 0: all, until the fault is cleared
 * @param delayMillis how long the answer waits
 * @param status what is answered; 0: what would be answered anyway
 * @param retryAfterSeconds the header {@code Retry-After}; none
 * @param down the connection is reset without an answer
 * @param cursorsExpired requests with a cursor get 400, as with one that another release has made
 * @param withoutUids entities are answered without their uid, so that a client can't tell which ones they are
 */
public record Fault(
        String path,
        int times,
        long delayMillis,
        int status,
        @Nullable Integer retryAfterSeconds,
        boolean down,
        boolean cursorsExpired,
        boolean withoutUids) {
    /** A fault that is asked for over HTTP may leave out what it doesn't need, the path too. */
    public Fault {
        path = Objects.requireNonNullElse(path, "/");
    }

    private static Fault of(long delayMillis, int status, boolean down, boolean cursorsExpired) {
        return new Fault("/", 0, delayMillis, status, null, down, cursorsExpired, false);
    }

    public static Fault slow(Duration delay) {
        return of(delay.toMillis(), 0, false, false);
    }

    /** @param status 500 and above */
    public static Fault failing(int status) {
        return of(0, status, false, false);
    }

    public static Fault tooManyRequests(Duration retryAfter) {
        return new Fault("/", 0, 0, 429, Math.toIntExact(retryAfter.toSeconds()), false, false, false);
    }

    public static Fault resetting() {
        return of(0, 0, true, false);
    }

    public static Fault expiredCursors() {
        return of(0, 0, false, true);
    }

    public static Fault leavingOutUids() {
        return new Fault("/", 0, 0, 0, null, false, false, true);
    }

    public Fault on(String pathPrefix) {
        return new Fault(pathPrefix, times, delayMillis, status, retryAfterSeconds, down, cursorsExpired, withoutUids);
    }

    public Fault times(int requests) {
        return new Fault(path, requests, delayMillis, status, retryAfterSeconds, down, cursorsExpired, withoutUids);
    }
}
