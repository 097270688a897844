package dev.greenroom.standins.coder.templates;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameter values under a name.
 *
 * @param isDefault whether Coder's create form chooses it
 */
public record Preset(String id, String name, String description, boolean isDefault, Map<String, String> parameters) {

    public Preset {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
