package dev.greenroom.workspace.account;

/**
 * What is known of a user's link to Coder.
 *
 * @param linkGeneration counts the user's links; the last one's where they have unlinked
 * @param preprovisionConsent whether workspaces may be created in their name with nobody asking
 */
public record Account(boolean linked, long linkGeneration, boolean preprovisionConsent) {

    /**
     * Whether that link may still stand. One that is newer than what is known here may: its event has not come through
     * yet. An unlink of which the link was never seen counts for all links.
     */
    public boolean mayStillHave(long generation) {
        return linked ? linkGeneration <= generation : linkGeneration > 0 && linkGeneration < generation;
    }
}
