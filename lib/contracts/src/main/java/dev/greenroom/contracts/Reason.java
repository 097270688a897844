package dev.greenroom.contracts;

/**
 * Why an entity is not ready, or what its author should look at.
 *
 * @param code stable, upper case, such as {@code NO_TEMPLATE} or {@code INVALID_VALUE}
 * @param path where the cause stands in the entity's YAML, such as {@code spec.coder.params.cpu}
 * @param message one sentence for the author
 */
public record Reason(String code, String path, String message) {}
