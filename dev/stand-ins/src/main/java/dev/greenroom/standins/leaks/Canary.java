package dev.greenroom.standins.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A secret that a test run has used, and that must be nowhere afterwards.
 *
 * @param kind a few words for the report
 * @param secret the part alone that makes it good: of a JWT the signature, of Coder's tokens what follows their id
 */
public record Canary(String kind, String secret) implements Comparable<Canary> {
    /** What is shorter may be found by chance, or is a word of a test. */
    private static final int SHORTEST = 20;

    private static final String SEPARATOR = "\t";
    private static final Pattern KEY_OF_KEYSET = Pattern.compile("\"value\"\\s*:\\s*\"([^\"]+)\"");

    /** Keeps it for the search, where one is asked for. Called once or often, from any class loader. */
    public static void note(String kind, String secret) {
        LeakHunt.asked().ifPresent(hunt -> {
            if (secret.length() >= SHORTEST) {
                append(hunt.canaries().resolve(ProcessHandle.current().pid() + ".tsv"), kind + SEPARATOR + secret);
            }
        });
    }

    /** A signed token, or anything with dots of which the last part is the secret one. */
    public static void noteJwt(String kind, String token) {
        note(kind, token.substring(token.lastIndexOf('.') + 1));
    }

    /** The keys of a Tink keyset in the clear. */
    public static void noteKeyset(String json) {
        KEY_OF_KEYSET.matcher(json).results().forEach(key -> note("key of a keyset", key.group(1)));
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the processes of a run have noted. */
    static Set<Canary> of(LeakHunt hunt) {
        try (var files = Files.list(hunt.canaries())) {
            var all = new TreeSet<Canary>();
            for (var file : files.toList()) {
                Files.readAllLines(file).forEach(line -> all.add(parse(line)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Canary parse(String line) {
        var fields = List.of(line.split(SEPARATOR, 2));
        return new Canary(fields.get(0), fields.get(1));
    }

    /** Enough to know it by for who has it, and no use to who has not. */
    String hint() {
        return secret.substring(0, 4) + "… of " + secret.length();
    }

    @Override
    public int compareTo(Canary other) {
        return secret.compareTo(other.secret);
    }

    @Override
    public String toString() {
        return "Canary[" + kind + ", " + hint() + "]";
    }
}
