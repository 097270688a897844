package dev.greenroom.workspace.coder;

import java.util.Locale;

/** What a build does to its workspace. */
public enum Transition {
    START,
    STOP,
    DELETE;

    /** Coder's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
