package dev.greenroom.standins.coder.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request's JSON as Go reads it into a struct: unknown fields are ignored, absent and null fields have Go's zero
 * values, and a wrong type is refused in Go's words.
 */
public final class Body {

    private final JsonObject json;
    private final String goType;
    private final String goPath;

    private Body(JsonObject json, String goType, String goPath) {
        this.json = json;
        this.goType = goType;
        this.goPath = goPath;
    }

    static Body read(@Nullable Buffer buffer, String goType) {
        String text = buffer == null ? "" : buffer.toString().strip();
        if (text.isEmpty()) {
            throw malformed("EOF");
        }
        try {
            return new Body(new JsonObject(text), goType, "");
        } catch (DecodeException e) {
            throw malformed(GoSyntax.complaintAbout(text));
        }
    }

    private static Refusal malformed(String detail) {
        return Refusal.of(400, "Request body must be valid JSON.", detail);
    }

    public boolean has(String field) {
        return json.getValue(field) != null;
    }

    public String string(String field) {
        return read(field, String.class, "string", "");
    }

    public boolean flag(String field) {
        return read(field, Boolean.class, "bool", false);
    }

    public @Nullable Long number(String field) {
        return has(field) ? Long.valueOf(read(field, Number.class, "int64", 0).longValue()) : null;
    }

    /** A UUID; {@link Uuids#NONE} where it is absent. */
    public String uuid(String field) {
        if (!has(field)) {
            return Uuids.NONE;
        }
        String value = string(field);
        String problem = Uuids.problemOf(value);
        if (problem != null) {
            throw malformed(problem);
        }
        return value.toLowerCase(Locale.ROOT);
    }

    public List<String> strings(String field) {
        return array(field).stream().map(String::valueOf).toList();
    }

    public List<Body> objects(String field, String elementType) {
        return array(field).stream()
                .map(element -> element instanceof JsonObject object
                        ? object
                        : this.<JsonObject>refuse(field, element, elementType))
                .map(object -> new Body(object, elementType, goPath + field + "."))
                .toList();
    }

    /** An object whose values are all texts. */
    public Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        read(field, JsonObject.class, "map[string]string", new JsonObject())
                .forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return texts;
    }

    private JsonArray array(String field) {
        return read(field, JsonArray.class, "[]string", new JsonArray());
    }

    private <T> T read(String field, Class<T> type, String goFieldType, T zero) {
        Object value = json.getValue(field);
        if (value == null) {
            return zero;
        }
        return type.isInstance(value) ? type.cast(value) : this.<T>refuse(field, value, goFieldType);
    }

    private <T> T refuse(String field, Object value, String goFieldType) {
        throw malformed("json: cannot unmarshal " + kindOf(value) + " into Go struct field " + goType + "." + goPath
                + field + " of type " + goFieldType);
    }

    private static String kindOf(Object value) {
        return switch (value) {
            case String text -> "string";
            case Boolean flag -> "bool";
            case Number number -> "number";
            case JsonArray array -> "array";
            default -> "object";
        };
    }
}
