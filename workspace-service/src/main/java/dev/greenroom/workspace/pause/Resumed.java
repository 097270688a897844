package dev.greenroom.workspace.pause;

/** Pre-provisioning is paused no longer. Observers run inside the transaction that changed it. */
public record Resumed() {}
