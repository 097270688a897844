package dev.greenroom.auth.lending;

import dev.greenroom.identity.Reason;

/**
 * What an admin wants of lending.
 *
 * @param reason a thaw has one, too
 */
record LendingRequest(boolean frozen, @Reason String reason) {}
