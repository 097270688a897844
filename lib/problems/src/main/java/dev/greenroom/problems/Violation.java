package dev.greenroom.problems;

/**
 * What is wrong at one place of a request body.
 *
 * @param field the path, {@code workspaces[2].name}; empty where the whole body is meant
 */
record Violation(String field, String message) {}
