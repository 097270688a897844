package dev.greenroom.workspace.coder;

/** A parameter that a template version declares. */
public record RichParameter(String name, boolean required) {}
