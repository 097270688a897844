package dev.greenroom.workspace.pause;

import dev.greenroom.identity.Reason;

/**
 * What an admin wants of pre-provisioning.
 *
 * @param reason a resumption has one, too
 */
public record PauseRequest(boolean paused, @Reason String reason) {}
