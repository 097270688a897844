package dev.greenroom.workspace.account;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a user's link to Coder.
 *
 * @param linkGeneration counts the user's links; the last one's where they have unlinked
 * @param linkBeganAt when that link began, on auth-service's clock: the time of the first event of it that was seen,
 *     which is a later one only where the topic's compaction has taken the first
 * @param preprovisionConsent whether workspaces may be created in their name with nobody asking
 */
public record Account(boolean linked, long linkGeneration, Instant linkBeganAt, boolean preprovisionConsent) {

    /**
     * Whether that link may still stand. One that is newer than what is known here may: its event has not come through
     * yet. An unlink of which the link was never seen counts for all links.
     */
    public boolean mayStillHave(long generation) {
        return linked ? linkGeneration <= generation : linkGeneration > 0 && linkGeneration < generation;
    }

    /** Empty for another link than the one that is known: most likely its event has not come through yet. */
    public Optional<Instant> beginningOf(long generation) {
        return linkGeneration == generation ? Optional.of(linkBeganAt) : Optional.empty();
    }
}
