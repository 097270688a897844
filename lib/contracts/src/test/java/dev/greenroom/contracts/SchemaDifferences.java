package dev.greenroom.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares a record with the JSON Schema that describes it, as deep as both go. */
final class SchemaDifferences {
    private static final Map<Type, String> TEXT_FORMATS = Map.of(
            String.class, "",
            Instant.class, "date-time",
            Duration.class, "duration",
            UUID.class, "uuid",
            URI.class, "uri");

    private final List<String> found = new ArrayList<>();

    private SchemaDifferences() {}

    static List<String> between(Class<?> record, Path schemaFile) {
        var differences = new SchemaDifferences();
        differences.compareRecord(record.getSimpleName(), record, new Place(Documents.json(schemaFile), schemaFile));
        return differences.found;
    }

    /** A schema and the file in which it stands, against which its references are resolved. */
    private record Place(JsonNode schema, Path file) {
        Place at(String pointer) {
            return new Place(schema.at(pointer), file);
        }

        Place resolved() {
            if (!schema.has("$ref")) {
                return this;
            }
            var target = file.resolveSibling(schema.path("$ref").asText());
            return new Place(Documents.json(target), target);
        }
    }

    private void compareRecord(String path, Class<?> record, Place place) {
        expect(path, "type", "object", place.schema().path("type").asText());
        var components = record.getRecordComponents();
        expect(path, "properties", names(components), fieldNames(place.schema().path("properties")));
        var required = Arrays.stream(components)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !component.isAnnotationPresent(AbsentMeans.class))
                .toArray(RecordComponent[]::new);
        expect(path, "required", names(required), texts(place.schema().path("required")));
        for (var component : components) {
            var property = place.at("/properties/" + component.getName());
            compare(path + "." + component.getName(), component.getGenericType(), property.resolved());
            compareDefault(path + "." + component.getName(), component, property.schema());
        }
    }

    private void compare(String path, Type type, Place place) {
        var schema = place.schema();
        if (type == EntityRef.class || type == UserRef.class) {
            expect(
                    path,
                    "title",
                    ((Class<?>) type).getSimpleName(),
                    schema.path("title").asText());
        } else if (type instanceof ParameterizedType container) {
            compareContainer(path, container, place);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            compareRecord(path, record, place);
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            expect(path, "enum", constants(constants), texts(schema.path("enum")));
        } else {
            compareSimple(path, type, schema);
        }
    }

    private void compareDefault(String path, RecordComponent component, JsonNode schema) {
        var absent = component.getAnnotation(AbsentMeans.class);
        var expected = absent == null ? "" : String.valueOf(absent.value());
        expect(path, "default", expected, schema.path("default").asText());
    }

    private void compareContainer(String path, ParameterizedType type, Place place) {
        var list = type.getRawType() == List.class;
        expect(
                path,
                "type",
                list ? "array" : "object",
                place.schema().path("type").asText());
        var items = place.at(list ? "/items" : "/additionalProperties").resolved();
        var arguments = type.getActualTypeArguments();
        compare(path + "[]", arguments[arguments.length - 1], items);
    }

    private void compareSimple(String path, Type type, JsonNode schema) {
        var expected =
                switch (type.getTypeName()) {
                    case "long", "int", "java.lang.Integer" -> "integer";
                    case "boolean" -> "boolean";
                    default -> "string";
                };
        expect(path, "type", expected, schema.path("type").asText());
        if (expected.equals("string")) {
            expect(path, "format", TEXT_FORMATS.get(type), schema.path("format").asText());
        }
    }

    private void expect(String path, String what, @Nullable Object expected, Object actual) {
        if (!actual.equals(expected)) {
            found.add("%s: %s is %s in the schema, but %s in Java".formatted(path, what, actual, expected));
        }
    }

    private static Set<String> names(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .map(constant -> MessageCodec.JSON.valueToTree(constant).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fieldNames(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
