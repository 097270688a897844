package dev.greenroom.catalogsync.realbackstage;

/** Groups and users as an author writes them. */
final class Organization {
    private Organization() {}

    /** One file's content. */
    static String of(String... documents) {
        return String.join("---\n", documents);
    }

    /** @param more of its {@code spec}, beginning with a comma */
    static String group(String name, String more) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: %s}
                spec: {type: team, children: []%s}
                """.formatted(name, more);
    }

    /** @param groups of which the user says to be a member */
    static String user(String name, String... groups) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %s}
                spec: {memberOf: [%s]}
                """.formatted(name, String.join(", ", groups));
    }
}
