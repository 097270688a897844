package dev.greenroom.catalogsync.lead;

/**
 * The right to poll and write for one deployment.
 *
 * @param epoch grows each time that the lease is taken: what was taken under an older one has ended
 */
public record Lease(String deployment, long epoch) {}
