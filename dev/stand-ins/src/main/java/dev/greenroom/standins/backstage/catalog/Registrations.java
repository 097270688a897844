package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entities there are after the files have been read again. A sound document replaces what was there; a refused
 * one leaves it with a problem; a file that can't be read leaves all of its own; what no file has any more is gone.
 */
final class Registrations {
    private final Map<String, Registered> previous;
    private final SortedMap<String, Registered> next = new TreeMap<>();

    private Registrations(Map<String, Registered> previous) {
        this.previous = previous;
    }

    /** By reference, both what there was and what there is. */
    static SortedMap<String, Registered> after(Map<String, Registered> previous, Map<Path, Reading> readings) {
        var registrations = new Registrations(previous);
        readings.forEach((file, reading) -> registrations.take(file.toString(), reading));
        return registrations.next;
    }

    private void take(String file, Reading reading) {
        switch (reading) {
            case Reading.Documents(var documents) -> {
                register(file, location(file), null);
                documents.forEach(document -> take(file, document));
            }
            case Reading.Unreadable(var reason) -> {
                previous.values().stream()
                        .filter(entity -> entity.file().equals(file))
                        .forEach(entity -> next.putIfAbsent(entity.ref().toString(), entity));
                register(file, location(file), reason);
            }
        }
    }

    private void take(String file, JsonNode document) {
        var problem = EntityRules.broken(document);
        if (problem.isEmpty()) {
            register(file, document, null);
            return;
        }
        var ref = Ref.of(document).toString();
        var known = previous.get(ref);
        if (known != null) {
            next.putIfAbsent(ref, known.refused(problem.get()));
        }
    }

    /** The first of several files that have the same entity wins. */
    private void register(String file, JsonNode document, @Nullable String problem) {
        var ref = Ref.of(document);
        var known = previous.get(ref.toString());
        var uid = known == null ? UUID.randomUUID().toString() : known.uid();
        next.merge(ref.toString(), new Registered(ref, uid, file, document, problem), this::first);
    }

    private Registered first(Registered before, Registered now) {
        return before.file().equals(now.file()) ? now : before;
    }

    /** Backstage keeps an entity for each place that it reads. */
    private static JsonNode location(String file) {
        var location = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Location");
        location.putObject("metadata").put("name", "generated-" + StableHash.of("file:" + file));
        location.putObject("spec").put("type", "file").put("target", file);
        return location;
    }
}
