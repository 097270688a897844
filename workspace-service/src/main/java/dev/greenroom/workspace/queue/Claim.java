package dev.greenroom.workspace.queue;

/**
 * The right to an owner's turn.
 *
 * @param epoch grows with each claim: who comes with an older one has lost the turn
 */
record Claim(String ownerKey, Track track, long epoch) {}
