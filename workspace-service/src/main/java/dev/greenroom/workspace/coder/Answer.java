package dev.greenroom.workspace.coder;

import java.time.Duration;

/** What Coder made of a call. */
public sealed interface Answer<T> {

    record Ok<T>(T value) implements Answer<T> {}

    /** Anything but what was asked for. */
    sealed interface NotOk<T> extends Answer<T> {}

    /**
     * 404 or 410: not there, or not for this user, which Coder does not tell apart.
     *
     * @param deleted 410: it was there, for this user to see, and was deleted
     */
    record Missing<T>(String message, boolean deleted) implements NotOk<T> {}

    /** 409: a name that is taken, or a build that is still active. */
    record Conflict<T>(String message) implements NotOk<T> {}

    /** 401: the token is expired, revoked, or its user suspended. */
    record TokenRefused<T>() implements NotOk<T> {}

    /** 429: not before that time is over. */
    record Limited<T>(Duration retryAfter) implements NotOk<T> {}

    /**
     * Any other 4xx: Coder understood, and will not.
     *
     * @param message Coder's own words, its validations included
     */
    record Refused<T>(int status, String message) implements NotOk<T> {}

    /**
     * 5xx, a time-out, a broken or refused connection, an answer that can't be read. What a write did is not known.
     *
     * @param why for the log; nothing in it is secret
     */
    record Unknown<T>(String why) implements NotOk<T> {}
}
