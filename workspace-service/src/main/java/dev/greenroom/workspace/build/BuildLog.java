package dev.greenroom.workspace.build;

import dev.greenroom.workspace.coder.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a build's provisioner wrote, as text: the end of it where it is long. It may hold what a template's author
 * prints, so that it is for the operation's actor and owner only, and prints itself redacted.
 *
 * @param text lines, each with its end; at most {@link #MOST_BYTES} in UTF-8
 */
public record BuildLog(String text) {

    static final int MOST_BYTES = 64 * 1024;

    /** Room for the line that says what is left out. */
    private static final int FIRST_LINE = 128;

    /** PostgreSQL takes no NUL. */
    private static final char NUL = '\0';

    private static final char REPLACEMENT = '\ufffd';

    /** Whole lines; of a last line that is longer than all that is kept, its end. */
    static BuildLog of(List<LogLine> log) {
        var lines = log.stream().flatMap(BuildLog::asText).toList();
        if (firstOfTheLast(MOST_BYTES, lines) == 0) {
            return new BuildLog(String.join("", lines));
        }
        int first = firstOfTheLast(MOST_BYTES - FIRST_LINE, lines);
        return first < lines.size()
                ? new BuildLog(leftOut(first) + String.join("", lines.subList(first, lines.size())))
                : new BuildLog(leftOut(first - 1) + endOf(lines.getLast()));
    }

    private static String leftOut(int lines) {
        return "(" + lines + " earlier lines of the log are left out here; Coder has them.)\n";
    }

    private static Stream<String> asText(LogLine line) {
        var head = line.createdAt() + " " + line.level() + " " + line.stage();
        var output = line.output();
        return (output == null || output.isEmpty()
                        ? Stream.of("")
                        : output.lines().map(part -> ": " + part))
                .map(part -> storable(head + part + "\n"));
    }

    /** Half a character has no UTF-8 either, and becomes a question mark. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace(NUL, REPLACEMENT);
    }

    /** From which line on so many bytes are enough; 0 where they are for all of them. */
    private static int firstOfTheLast(int bytes, List<String> lines) {
        int left = bytes;
        for (int first = lines.size(); first > 0; first--) {
            left -= lines.get(first - 1).getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                return first;
            }
        }
        return 0;
    }

    private static String endOf(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        int from = bytes.length - (MOST_BYTES - FIRST_LINE);
        while ((bytes[from] & 0xc0) == 0x80) {
            from++;
        }
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "BuildLog[…]";
    }
}
