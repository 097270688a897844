package dev.greenroom.workspace.coder;

/** A parameter's value. Coder takes text only, whatever the parameter's type. */
public record ParameterValue(String name, String value) {}
