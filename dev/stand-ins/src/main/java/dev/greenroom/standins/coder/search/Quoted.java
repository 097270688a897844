package dev.greenroom.standins.coder.search;

import java.util.ArrayList;
import java.util.List;

/** Text in which double quotes keep delimiters from dividing. */
final class Quoted {

    private Quoted() {}

    /** The parts between delimiters outside quotes, without empty ones, with their quotes. */
    static List<String> split(String text, char delimiter) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char character : text.toCharArray()) {
            quoted ^= character == '"';
            if (!quoted && character == delimiter) {
                addUnlessEmpty(parts, part);
            } else {
                part.append(character);
            }
        }
        addUnlessEmpty(parts, part);
        return parts;
    }

    private static void addUnlessEmpty(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    /** The text without quotes at its ends. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '"') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '"') {
            to--;
        }
        return text.substring(from, to);
    }
}
