package dev.greenroom.gateway.door;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads ids in paths: UUIDs as they are written everywhere (RFC 9562, section 4), in either case. */
public final class PathId {
    private PathId() {}

    /** Java reads shorter spellings too, which are nobody's ids. */
    public static Optional<UUID> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return Optional.of(id).filter(read -> read.toString().equals(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
