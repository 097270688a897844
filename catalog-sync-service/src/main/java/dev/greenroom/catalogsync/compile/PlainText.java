package dev.greenroom.catalogsync.compile;

import java.nio.charset.StandardCharsets;

/**
 * Text that can be stored and sent. JSON can carry half of a surrogate pair, which has no UTF-8, and the character NUL,
 * which PostgreSQL refuses: one such value must not keep the rest of the catalog from being published.
 */
final class PlainText {
    private static final String REPLACEMENT = "\uFFFD";

    private PlainText() {}

    static boolean isSound(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static String repaired(String text) {
        if (isSound(text)) {
            return text;
        }
        var sound = new StringBuilder();
        text.codePoints().forEach(point -> {
            var character = Character.toString(point);
            sound.append(isSound(character) ? character : REPLACEMENT);
        });
        return sound.toString();
    }
}
