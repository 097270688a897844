package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One value of {@code spec.coder} with its place, read as the kind that is wanted there; what doesn't fit is a finding. */
record YamlValue(JsonNode node, Path path, Findings findings) {

    /**
     * A text; a number or a boolean as its YAML text, with a warning, since Coder takes only strings.
     *
     * @return null, and a finding, for anything else
     */
    @Nullable String text() {
        if (node.isTextual()) {
            return sound(node.textValue());
        }
        var scalar = scalar();
        if (scalar.isEmpty()) {
            refuse("must be a text, and is " + kind());
            return null;
        }
        findings.warn(ReasonCode.TAKEN_AS_TEXT, path, "is " + kind() + ", and was taken as its text: put it in quotes");
        return scalar.get();
    }

    @Nullable Boolean flag() {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        refuse("must be true or false, and is " + kind());
        return null;
    }

    /** The value of a key; null where the key isn't there, or where this is no mapping. */
    @Nullable YamlValue child(String key) {
        var child = node.get(key);
        return child == null ? null : new YamlValue(child, path.at(key), findings);
    }

    /** As {@link #child}, for a key that may as well be left out: without a value it is read so, with a warning. */
    @Nullable YamlValue childWithValue(String key) {
        var child = child(key);
        if (child == null || !child.node().isNull()) {
            return child;
        }
        findings.warn(ReasonCode.EMPTY_VALUE, child.path(), "is empty, and was read as if it weren't there");
        return null;
    }

    /** Whether this is a mapping; a finding where it isn't. */
    boolean isMapping() {
        if (!node.isObject()) {
            refuse("must be a mapping, and is " + kind());
        }
        return node.isObject();
    }

    /** Says which keys mean nothing here: most often a typing error. */
    void warnOfKeysBeside(Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                findings.warn(ReasonCode.UNKNOWN_KEY, path.at(key), "means nothing here, and was left out");
            }
        });
    }

    void refuse(String what) {
        findings.refuse(ReasonCode.INVALID_VALUE, path, what);
    }

    String kind() {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "a mapping";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case STRING, BINARY -> "a text";
            case NULL, MISSING -> "empty";
        };
    }

    private @Nullable String sound(String text) {
        if (PlainText.isSound(text)) {
            return text;
        }
        refuse("has characters that can't be stored or sent");
        return null;
    }

    private Optional<String> scalar() {
        if (node.isBoolean() || node.isIntegralNumber()) {
            return Optional.of(node.asText());
        }
        // Written out, as YAML would have it, and not with Java's exponent. JSON's numbers here are a double's.
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? Optional.of(BigDecimal.valueOf(node.doubleValue())
                        .stripTrailingZeros()
                        .toPlainString())
                : Optional.empty();
    }
}
