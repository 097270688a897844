package dev.greenroom.standins.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks for secrets, in every form, and for signed tokens that nobody has noted. */
final class Search {
    /** What every JWT with a signature looks like: RFC 7519 in RFC 7515's compact form, each part of JSON that begins an object. */
    private static final String SIGNED_TOKEN = "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{43,}";

    private final Map<String, Needle> needles = new HashMap<>();

    Search(Collection<Canary> canaries) {
        canaries.stream()
                .flatMap(canary -> Needle.of(canary).stream())
                .forEach(needle -> needles.putIfAbsent(needle.text(), needle));
    }

    /** @param scratch a file for grep; it is deleted, since it has all the secrets */
    List<Find> in(List<Path> places, Path scratch) {
        var finds = new ArrayList<Find>();
        try {
            Files.write(scratch, needles.keySet());
            Grep.forAnyOf(scratch, places, hit -> finds.add(find(hit)));
            Files.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Grep.forExpression(SIGNED_TOKEN, places, hit -> unnoted(hit, finds));
        return finds;
    }

    private Find find(Grep.Hit hit) {
        return new Find(hit.file(), hit.offset(), Objects.requireNonNull(needles.get(hit.text())));
    }

    private void unnoted(Grep.Hit hit, List<Find> finds) {
        var signature = hit.text().substring(hit.text().lastIndexOf('.') + 1);
        if (!needles.containsKey(signature)) {
            var canary = new Canary("signed token, by its shape", signature);
            finds.add(new Find(hit.file(), hit.offset(), new Needle(canary, "raw", signature)));
        }
    }
}
