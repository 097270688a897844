package dev.greenroom.benchmarks.catalog.backstage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** Makes entities of their numbers. All that is kept is how often each was changed, or only described anew. */
final class Entities {
    private static final int MEMBERS = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final Listing listing;
    private final Map<Integer, Integer> changes = new HashMap<>();
    private final Map<Integer, Integer> descriptions = new HashMap<>();
    private int nextComponent;
    private int nextGroup;

    Entities(Listing listing) {
        this.listing = listing;
    }

    /** Changes a parameter of the {@code spec.coder} of so many components, others than last time; their references. */
    List<String> changeComponents(int count) {
        return change(count, changes, () -> listing.withCoder(nextComponent++))
                .mapToObj(Kind.COMPONENT::refOf)
                .toList();
    }

    /** Changes the description of so many components, which means nothing to Coder; their references. */
    List<String> describeComponents(int count) {
        return change(count, descriptions, () -> listing.withCoder(nextComponent++))
                .mapToObj(Kind.COMPONENT::refOf)
                .toList();
    }

    /** Changes a member of so many groups, others than last time; the references of the components that they own. */
    List<String> changeGroups(int count) {
        return owned(change(count, changes, () -> listing.group(nextGroup++)));
    }

    /** The same, so many times, with the largest group. */
    List<String> changeLargestGroup(int count) {
        return owned(change(count, changes, () -> 0).distinct());
    }

    private List<String> owned(IntStream groups) {
        return groups.flatMap(group -> IntStream.range(group + 1, listing.endOf(group)))
                .mapToObj(Kind.COMPONENT::refOf)
                .toList();
    }

    private static IntStream change(int count, Map<Integer, Integer> counts, IntSupplier next) {
        return IntStream.generate(next).limit(count).peek(number -> counts.merge(number, 1, Integer::sum));
    }

    /** As {@code GET by-name} would answer it. */
    ObjectNode entity(int number) {
        var kind = listing.kindOf(number);
        int changed = changes.getOrDefault(number, 0);
        var entity = JsonNodeFactory.instance.objectNode();
        metadata(entity.putObject("metadata"), kind, number, changed, descriptions.getOrDefault(number, 0));
        entity.put("apiVersion", "backstage.io/v1alpha1");
        entity.put("kind", kind.title());
        switch (kind) {
            case COMPONENT -> component(entity, number, changed);
            case GROUP -> group(entity, number, changed);
        }
        return entity;
    }

    private void metadata(ObjectNode metadata, Kind kind, int number, int changed, int described) {
        var name = kind.nameOf(number);
        var repository = "url:https://github.com/acme/" + name;
        metadata.put("namespace", Kind.NAMESPACE);
        var annotations = metadata.putObject("annotations");
        annotations.put("backstage.io/managed-by-location", repository + "/blob/main/catalog-info.yaml");
        annotations.put("backstage.io/managed-by-origin-location", repository + "/blob/main/catalog-info.yaml");
        annotations.put("backstage.io/source-location", repository + "/tree/main/");
        metadata.put("name", name);
        metadata.put("description", "Made of a number, and described anew " + described + " times");
        metadata.put("uid", hex(listing.positionOf(number)) + "-0000-4000-8000-0000" + hex(number));
        // As long as the hash that Backstage has here, and as telling.
        metadata.put("etag", hex(number) + hex(changed) + hex(described) + hex(0) + hex(0));
    }

    private void component(ObjectNode entity, int number, int changed) {
        var owner = listing.ownerOf(number);
        var spec = entity.putObject("spec")
                .put("type", "service")
                .put("lifecycle", "production")
                .put("owner", Kind.GROUP.nameOf(owner));
        if (listing.hasCoder(number)) {
            var coder =
                    spec.putObject("coder").put("templateName", "java-maven").put("mode", "auto");
            coder.putObject("params").put("region", "eu-west").put("release", "r" + changed);
        }
        relate(entity, "ownedBy", Kind.GROUP.refOf(owner));
    }

    private void group(ObjectNode entity, int number, int changed) {
        var spec = entity.putObject("spec").put("type", "team");
        spec.putArray("children");
        var members = spec.putArray("members");
        for (int i = 0; i < MEMBERS; i++) {
            // The last one leaves at each change, and somebody else comes.
            var member = "user-" + number + "-" + (i < MEMBERS - 1 ? i : i + changed);
            members.add(member);
            relate(entity, "hasMember", "user:" + Kind.NAMESPACE + "/" + member);
        }
        for (int owned = number + 1; owned < listing.endOf(number); owned++) {
            relate(entity, "ownerOf", Kind.COMPONENT.refOf(owned));
        }
    }

    private static void relate(ObjectNode entity, String type, String target) {
        entity.withArrayProperty("relations").addObject().put("type", type).put("targetRef", target);
    }

    private static String hex(int number) {
        return HEX.toHexDigits(number);
    }
}
