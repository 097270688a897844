package dev.greenroom.catalogsync.confirmation;

import dev.greenroom.contracts.UserRef;
import java.time.Instant;

/**
 * An admin's word that entities may be withdrawn although so many are missing at once.
 *
 * @param upTo how many; where more are missing when the pass counts them, nothing is withdrawn
 * @param validUntil by the database's clock
 */
record Confirmation(int upTo, UserRef confirmedBy, Instant validUntil) {}
