package dev.greenroom.catalogsync.confirmation;

import jakarta.validation.constraints.Min;

/**
 * What an admin confirms.
 *
 * @param upTo how many missing entities may be withdrawn
 */
record ConfirmationRequest(
        @Min(value = 1, message = "must be at least 1") int upTo) {}
