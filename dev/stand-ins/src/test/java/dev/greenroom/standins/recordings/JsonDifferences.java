package dev.greenroom.standins.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares whole bodies, both ways: what is missing, what is too much, what is of another type or value. */
public final class JsonDifferences {
    private final Likeness likeness;
    private final List<String> found = new ArrayList<>();

    private JsonDifferences(Likeness likeness) {
        this.likeness = likeness;
    }

    /** A line for each difference, with its path; none where the bodies mean the same. */
    public static List<String> between(JsonNode recorded, JsonNode answered, Likeness likeness) {
        var differences = new JsonDifferences(likeness);
        differences.compare("", recorded, answered);
        return differences.found;
    }

    private void compare(String path, JsonNode recorded, JsonNode answered) {
        if (recorded.getNodeType() != answered.getNodeType()) {
            found.add(path + ": recorded " + recorded + ", answered " + answered);
        } else if (recorded.isObject()) {
            compareFields(path, recorded, answered);
        } else if (recorded.isArray()) {
            compareItems(path, recorded, answered);
        } else if (!same(recorded, answered)) {
            found.add(path + ": recorded " + recorded + ", answered " + answered);
        }
    }

    private void compareFields(String path, JsonNode recorded, JsonNode answered) {
        var names = new TreeSet<String>();
        recorded.fieldNames().forEachRemaining(names::add);
        answered.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            compare(path + "/" + name, recorded.path(name), answered.path(name));
        }
    }

    private void compareItems(String path, JsonNode recorded, JsonNode answered) {
        if (recorded.size() != answered.size()) {
            found.add(path + ": recorded " + recorded.size() + " items, answered " + answered.size());
        }
        for (int i = 0; i < Math.min(recorded.size(), answered.size()); i++) {
            compare(path + "/" + i, recorded.get(i), answered.get(i));
        }
    }

    private boolean same(JsonNode recorded, JsonNode answered) {
        return recorded.isTextual()
                ? likeness.alike(recorded.textValue(), answered.textValue())
                : recorded.equals(answered);
    }
}
