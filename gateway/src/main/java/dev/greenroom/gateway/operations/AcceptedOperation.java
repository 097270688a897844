package dev.greenroom.gateway.operations;

import java.util.UUID;

/**
 * An operation of which the gateway knows no more.
 *
 * @param status {@code ACCEPTED}; for a repeated request what it is by now
 */
public record AcceptedOperation(UUID id, String status) {}
