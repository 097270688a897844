package dev.greenroom.standins.coder.templates;

/**
 * An account elsewhere that a template needs, which no user of the stand-in has: unless it is optional, builds fail.
 *
 * @param type such as {@code github}
 */
public record ExternalAuth(String id, String type, String displayName, boolean optional) {}
