package dev.greenroom.chaos;

/** Whose process is killed. */
enum Victim {
    WORKSPACE_SERVICE("workspace-service"),
    KAFKA("kafka"),
    POSTGRESQL("postgresql");

    private final String title;

    Victim(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
