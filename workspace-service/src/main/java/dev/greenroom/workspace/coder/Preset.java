package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values under a name, that belong to one template version. Coder capitalises their keys. */
public record Preset(
        @JsonProperty("ID") UUID id,
        @JsonProperty("Name") String name,
        @JsonProperty("Parameters") @Nullable List<Value> parameters) {

    /** A parameter that the preset sets, over whatever else is sent. */
    public record Value(
            @JsonProperty("Name") String name,
            @JsonProperty("Value") String value) {}
}
