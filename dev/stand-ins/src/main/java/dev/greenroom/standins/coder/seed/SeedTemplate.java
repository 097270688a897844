package dev.greenroom.standins.coder.seed;

import dev.greenroom.standins.coder.templates.ExternalAuth;
import dev.greenroom.standins.coder.templates.Preset;
import dev.greenroom.standins.coder.templates.RichParameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template to begin with.
 *
 * @param versions names of its versions, all alike, of which the last is active; {@code v1} where null
 * @param defaultTtlMillis how long its workspaces run; for ever where 0
 * @param buildTime how long its builds take, as ISO 8601; as the stand-in is set where null
 * @param buildError what its start builds fail with; they succeed where null
 */
record SeedTemplate(
        String name,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String icon,
        @Nullable List<String> versions,
        long defaultTtlMillis,
        boolean allowUserCancel,
        @Nullable Duration buildTime,
        @Nullable String buildError,
        @Nullable List<Parameter> parameters,
        @Nullable List<SeedPreset> presets,
        @Nullable List<ExternalAuth> externalAuth) {

    List<RichParameter> richParameters() {
        return parameters == null
                ? List.of()
                : parameters.stream().map(Parameter::toRichParameter).toList();
    }

    List<Preset> newPresets() {
        return presets == null
                ? List.of()
                : presets.stream().map(SeedPreset::toPreset).toList();
    }

    /**
     * A parameter of the template.
     *
     * @param type {@code string} where null
     * @param formType {@code input}, or {@code dropdown} with options, where null
     * @param mutable where null, it is
     * @param defaultValue the parameter is required where null
     * @param options values by the names that they are shown under; any value where null
     */
    record Parameter(
            String name,
            @Nullable String displayName,
            @Nullable String description,
            @Nullable String type,
            @Nullable String formType,
            @Nullable Boolean mutable,
            @Nullable String defaultValue,
            @Nullable Map<String, String> options,
            @Nullable String regex,
            @Nullable String error,
            @Nullable Long min,
            @Nullable Long max) {

        RichParameter toRichParameter() {
            List<RichParameter.Option> choices = options == null
                    ? List.of()
                    : options.entrySet().stream()
                            .map(option -> new RichParameter.Option(option.getKey(), option.getValue()))
                            .toList();
            return new RichParameter(
                    name,
                    orElse(displayName, ""),
                    orElse(description, ""),
                    orElse(type, "string"),
                    orElse(formType, choices.isEmpty() ? "input" : "dropdown"),
                    mutable == null || mutable,
                    defaultValue,
                    choices,
                    regex,
                    error,
                    min,
                    max);
        }
    }

    /** Parameter values under a name. */
    record SeedPreset(String name, @Nullable String description, boolean isDefault, Map<String, String> parameters) {

        Preset toPreset() {
            return new Preset(UUID.randomUUID().toString(), name, orElse(description, ""), isDefault, parameters);
        }
    }

    static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
