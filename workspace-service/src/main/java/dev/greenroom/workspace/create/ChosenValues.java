package dev.greenroom.workspace.create;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.coder.ParameterValue;
import dev.greenroom.workspace.coder.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parameters' values: the configuration's, over them the preset's, over them what the command asks for.
 *
 * @param presetId null without a preset, and where the command overrides it: at Coder a preset beats the values that
 *     are sent beside it, without a word
 * @param sent to Coder
 * @param effective what the workspace gets, of that and the preset
 */
record ChosenValues(@Nullable UUID presetId, Map<String, String> sent, Map<String, String> effective) {

    static ChosenValues of(CoderConfig config, CreateWorkspace command, @Nullable Preset preset) {
        var presets = valuesOf(preset);
        Map<String, String> effective = new LinkedHashMap<>(config.params());
        effective.putAll(presets);
        effective.putAll(command.params());
        if (preset == null || overrides(command, presets)) {
            return new ChosenValues(null, effective, effective);
        }
        Map<String, String> sent = new LinkedHashMap<>(config.params());
        sent.putAll(command.params());
        return new ChosenValues(preset.id(), sent, effective);
    }

    List<ParameterValue> parameters() {
        return asParameters(sent);
    }

    List<ParameterValue> effectiveParameters() {
        return asParameters(effective);
    }

    private static boolean overrides(CreateWorkspace command, Map<String, String> presets) {
        return presets.entrySet().stream()
                .anyMatch(value -> !Objects.equals(
                        command.params().getOrDefault(value.getKey(), value.getValue()), value.getValue()));
    }

    private static Map<String, String> valuesOf(@Nullable Preset preset) {
        Map<String, String> values = new LinkedHashMap<>();
        if (preset != null && preset.parameters() != null) {
            preset.parameters().forEach(value -> values.put(value.name(), value.value()));
        }
        return values;
    }

    private static List<ParameterValue> asParameters(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> new ParameterValue(value.getKey(), value.getValue()))
                .toList();
    }
}
