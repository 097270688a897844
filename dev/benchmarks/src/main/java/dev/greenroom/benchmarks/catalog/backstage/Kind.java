package dev.greenroom.benchmarks.catalog.backstage;

import java.util.Locale;

/** What the catalog has. */
enum Kind {
    COMPONENT("Component", "service-"),
    GROUP("Group", "team-");

    /** The one namespace. */
    static final String NAMESPACE = "default";

    private final String title;
    private final String prefix;

    Kind(String title, String prefix) {
        this.title = title;
        this.prefix = prefix;
    }

    /** As an entity has it, beginning with a capital. */
    String title() {
        return title;
    }

    String nameOf(int number) {
        return prefix + number;
    }

    /** As a reference has it. */
    String refOf(int number) {
        return title.toLowerCase(Locale.ROOT) + ":" + NAMESPACE + "/" + nameOf(number);
    }
}
