package dev.greenroom.problems;

/**
 * What is wrong at one place of a request body.
 *
 * @param field the path, {@code workspaces[2].name}; empty where the whole body is meant
 */
record Violation(String field, String message) {

    /** Takes Bean Validation's words for a map's entry, {@code params[cpu].<map value>}, to JSON's: {@code params.cpu}. */
    static Violation ofValidator(String path, String message) {
        return new Violation(path.replaceAll("(?s)(?:<K>)?\\[(.*?)]\\.<map (?:key|value)>", ".$1"), message);
    }
}
