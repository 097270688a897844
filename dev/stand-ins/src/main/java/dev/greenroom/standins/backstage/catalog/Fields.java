package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The query parameter {@code fields}: which paths of an entity an answer has; all where it names none. */
public record Fields(List<String> paths) {
    /** @throws InputError where a path goes into an array */
    public static Fields parse(List<String> parameters) {
        var paths = parameters.stream()
                .flatMap(parameter -> Arrays.stream(parameter.split(",")))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        paths.stream().filter(path -> path.contains("[")).findFirst().ifPresent(path -> {
            throw new InputError("Invalid field \"" + path + "\", array type fields are not supported");
        });
        return new Fields(paths);
    }

    public JsonNode of(Entity entity) {
        return of(entity.json());
    }

    public JsonNode of(ObjectNode entity) {
        if (paths.isEmpty()) {
            return entity;
        }
        var result = JsonNodeFactory.instance.objectNode();
        paths.forEach(path -> copy(entity, path, result));
        return result;
    }

    /** A key may have dots itself, as annotations do: what is not there as one word is tried as two. */
    private static void copy(ObjectNode from, String path, ObjectNode to) {
        var steps = new ArrayList<String>();
        JsonNode value = from;
        var word = "";
        for (var part : path.split("\\.")) {
            word = word.isEmpty() ? part : word + "." + part;
            if (value.has(word)) {
                value = value.get(word);
                steps.add(word);
                word = "";
            }
        }
        if (word.isEmpty()) {
            var last = steps.removeLast();
            var parent = to;
            for (var step : steps) {
                parent = parent.withObjectProperty(step);
            }
            parent.set(last, value.deepCopy());
        }
    }
}
