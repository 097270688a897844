package dev.greenroom.auth.revocation;

import dev.greenroom.identity.Reason;

/** An admin wants every link ended. */
record RevocationRequest(@Reason String reason) {}
