package dev.greenroom.workspace.account;

/**
 * What is known of a user's link to Coder.
 *
 * @param linkGeneration counts the user's links; the last one's where they have unlinked
 * @param preprovisionConsent whether workspaces may be created in their name with nobody asking
 */
public record Account(boolean linked, long linkGeneration, boolean preprovisionConsent) {}
