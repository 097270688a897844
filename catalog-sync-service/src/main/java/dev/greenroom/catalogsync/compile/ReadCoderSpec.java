package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.CoderConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.coder}. Whatever is in there, something comes out: what can't be used is a finding. */
final class ReadCoderSpec {
    private static final Set<String> KEYS =
            Set.of("templateName", "mode", "params", "organization", "preset", "deployment", "preprovision");

    private ReadCoderSpec() {}

    static CoderSpec read(@Nullable JsonNode node, Findings findings) {
        if (node == null) {
            return CoderSpec.EMPTY;
        }
        if (node.isNull()) {
            findings.warn(ReasonCode.EMPTY_VALUE, Path.CODER, "is empty, and was read as if it weren't there");
            return CoderSpec.EMPTY;
        }
        var spec = new YamlValue(node, Path.CODER, findings);
        return spec.isMapping() ? read(spec) : CoderSpec.EMPTY;
    }

    /** Empty keys are as good as none but where that could mean either of two things: a template and an opt-in. */
    private static CoderSpec read(YamlValue spec) {
        spec.warnOfKeysBeside(KEYS);
        return new CoderSpec(
                template(spec.child("templateName")),
                mode(spec.childWithValue("mode")),
                params(spec.childWithValue("params")),
                emptyAsAbsent(name(spec.childWithValue("organization"))),
                emptyAsAbsent(name(spec.childWithValue("preset"))),
                emptyAsAbsent(name(spec.childWithValue("deployment"))),
                ReadOptIn.read(spec.child("preprovision")));
    }

    private static @Nullable String template(@Nullable YamlValue value) {
        if (value != null && value.node().isNull()) {
            value.refuse("is empty: write '' for no template, or leave the key out for the default one");
            return null;
        }
        return name(value);
    }

    /** A name becomes a segment of an address, which must not climb. */
    private static @Nullable String name(@Nullable YamlValue value) {
        var text = value == null ? null : value.text();
        if (value != null && (".".equals(text) || "..".equals(text))) {
            value.refuse("is no name");
            return null;
        }
        return text;
    }

    private static @Nullable String emptyAsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static CoderConfig.@Nullable Mode mode(@Nullable YamlValue value) {
        if (value == null) {
            return null;
        }
        return switch (value.node().asText()) {
            case "auto" -> CoderConfig.Mode.AUTO;
            case "manual" -> CoderConfig.Mode.MANUAL;
            default -> {
                value.refuse("must be auto or manual");
                yield null;
            }
        };
    }

    private static Map<String, String> params(@Nullable YamlValue value) {
        if (value == null || !value.isMapping()) {
            return Map.of();
        }
        var params = new LinkedHashMap<String, String>();
        value.node().fieldNames().forEachRemaining(key -> {
            var text = param(value, key);
            if (text != null) {
                params.put(key, text);
            }
        });
        return params;
    }

    private static @Nullable String param(YamlValue params, String key) {
        var value = params.childWithValue(key);
        if (value == null) {
            return null;
        }
        if (key.isBlank() || !PlainText.isSound(key)) {
            value.refuse("is no parameter's name");
            return null;
        }
        return value.text();
    }
}
