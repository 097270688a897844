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

/** Looks for secrets, in every form, and for tokens that nobody has noted, as they are. */
final class Search {
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
        for (var shape : Shape.values()) {
            Grep.forExpression(shape.expression(), places, hit -> addUnnoted(hit, shape.canaryOf(hit.text()), finds));
        }
        return finds;
    }

    private Find find(Grep.Hit hit) {
        return new Find(hit.file(), hit.offset(), Objects.requireNonNull(needles.get(hit.text())));
    }

    private void addUnnoted(Grep.Hit hit, Canary canary, List<Find> finds) {
        if (!needles.containsKey(canary.secret())) {
            finds.add(new Find(hit.file(), hit.offset(), Needle.of(canary).getFirst()));
        }
    }
}
