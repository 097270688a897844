package dev.greenroom.workspace.coder;

/** What Coder says where it shows nothing: that it has done as it was told. */
public record CoderMessage(String message) {}
