package dev.greenroom.problems;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names in JSON's words what a Java type is read from, so that no class name of ours leaves. */
final class JsonKind {
    private JsonKind() {}

    static String of(@Nullable JavaType type) {
        return type == null ? "value" : of(type.getRawClass());
    }

    static String withArticle(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return oneOf(type);
        }
        var kind = type == null ? "value of another kind" : of(type);
        return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
    }

    private static String of(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "list";
        }
        return isText(type) ? textOf(type) : "object";
    }

    private static boolean isText(Class<?> type) {
        return CharSequence.class.isAssignableFrom(type)
                || TemporalAccessor.class.isAssignableFrom(type)
                || type == UUID.class
                || isValueRecord(type);
    }

    /** A record that Jackson makes of one string, an entity reference for instance. */
    private static boolean isValueRecord(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static String textOf(Class<?> type) {
        if (type == UUID.class) {
            return "UUID";
        }
        return TemporalAccessor.class.isAssignableFrom(type) ? "date and time, in ISO 8601" : "string";
    }

    private static String oneOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
