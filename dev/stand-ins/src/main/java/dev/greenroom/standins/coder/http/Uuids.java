package dev.greenroom.standins.coder.http;

import org.jspecify.annotations.Nullable;

/** UUIDs as Coder's requests have them; what Go says about those that are none. */
public final class Uuids {

    /** Coder's way to say that there is none. */
    public static final String NONE = "00000000-0000-0000-0000-000000000000";

    private Uuids() {}

    /** Why a text is no UUID, in Go's words; null where it is one. */
    static @Nullable String problemOf(String text) {
        if (text.length() != NONE.length()) {
            return "invalid UUID length: " + text.length();
        }
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? null : "invalid UUID format";
    }

    public static boolean isUuid(String text) {
        return problemOf(text) == null;
    }
}
