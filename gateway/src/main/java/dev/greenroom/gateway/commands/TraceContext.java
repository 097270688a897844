package dev.greenroom.gateway.commands;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that a request came with, to travel with its command. */
public final class TraceContext {
    /** The header's name. */
    public static final String HEADER = "traceparent";

    private static final Pattern VERSION_00 =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** The header as it came, or null where it is not one that the standard lets pass. */
    public static @Nullable String of(@Nullable String header) {
        return header != null && VERSION_00.matcher(header).matches() ? header : null;
    }
}
