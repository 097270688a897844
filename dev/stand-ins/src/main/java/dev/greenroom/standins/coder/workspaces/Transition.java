package dev.greenroom.standins.coder.workspaces;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a build does to its workspace. */
public enum Transition {
    START("starting", "running"),
    STOP("stopping", "stopped"),
    DELETE("deleting", "deleted");

    private final String running;
    private final String succeeded;

    Transition(String running, String succeeded) {
        this.running = running;
        this.succeeded = succeeded;
    }

    /** Coder's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a workspace is while or after such a build. */
    String status(JobStatus job) {
        return switch (job) {
            case RUNNING -> running;
            case SUCCEEDED -> succeeded;
            case PENDING, CANCELING, CANCELED, FAILED -> job.word();
        };
    }

    /** The stage of the build's log. */
    String stage() {
        return Character.toUpperCase(running.charAt(0)) + running.substring(1) + " workspace";
    }

    static Optional<Transition> find(String word) {
        return Arrays.stream(values())
                .filter(transition -> transition.word().equals(word))
                .findFirst();
    }
}
