package dev.greenroom.catalogsync.backstage;

import java.time.Duration;

/** Why nothing could be read. None of these says anything about an entity. */
public sealed interface ReadFailure extends PageOutcome, EntitiesOutcome {

    /** One short sentence for the operator, without anything that Backstage answered. */
    String why();

    /** Too many requests: not before this time has passed. */
    record Limited(Duration retryAfter) implements ReadFailure {
        @Override
        public String why() {
            return "Backstage asked to wait for " + retryAfter.toSeconds() + " s";
        }
    }

    /** Backstage can't be reached, failed, or gave an answer that can't be read. */
    record Unavailable(String why) implements ReadFailure {}

    /** Backstage no longer takes the cursor: the pages start anew. */
    record CursorExpired() implements ReadFailure {
        @Override
        public String why() {
            return "Backstage no longer takes the cursor";
        }
    }

    /** Backstage answered and will not have it: most often the token, or what it is allowed. */
    record Refused(int status) implements ReadFailure {
        @Override
        public String why() {
            return "Backstage refused with status " + status;
        }
    }
}
