package dev.greenroom.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a body lacks: Jackson leaves an absent component null, whether or not the record says that it may be.
 * Components that may be null carry {@link Nullable}, and those of which messages of before know nothing {@link
 * AbsentMeans}; items of lists and values of maps are always there.
 */
final class RequiredComponents {
    private RequiredComponents() {}

    /** The first component that is absent or null and must not be, as a path into the body, without its content. */
    static Optional<String> firstMissing(Class<?> record, JsonNode body) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> missingAt(component, body.get(component.getName())).stream())
                .findFirst();
    }

    private static Optional<String> missingAt(RecordComponent component, @Nullable JsonNode value) {
        var name = component.getName();
        if (value == null || value.isNull()) {
            return isOptional(component) ? Optional.empty() : Optional.of(name);
        }
        if (component.getType().isRecord()) {
            return firstMissingOfObject(component.getType(), value).map(path -> name + "." + path);
        }
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType container
                ? firstMissingItem(itemType(container), value).map(path -> name + path)
                : Optional.empty();
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.isAnnotationPresent(AbsentMeans.class);
    }

    /** The type of a list's items or a map's values. */
    private static Class<?> itemType(AnnotatedParameterizedType container) {
        var arguments = container.getAnnotatedActualTypeArguments();
        return (Class<?>) arguments[arguments.length - 1].getType();
    }

    private static Optional<String> firstMissingItem(Class<?> type, JsonNode container) {
        return items(container)
                .flatMap(item -> item.isNull()
                        ? Stream.of("[]")
                        : firstMissingOfObject(type, item).map(path -> "[]." + path).stream())
                .findFirst();
    }

    private static Stream<JsonNode> items(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }

    /** A reference is a record too, but its JSON is text. */
    private static Optional<String> firstMissingOfObject(Class<?> type, JsonNode value) {
        return type.isRecord() && value.isObject() ? firstMissing(type, value) : Optional.empty();
    }
}
