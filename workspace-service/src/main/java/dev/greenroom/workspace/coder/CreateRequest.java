package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A create names the version whose parameters were checked, so that no other can come in between. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateRequest(
        String name,
        @JsonProperty("template_version_id") UUID templateVersionId,

        @JsonProperty("template_version_preset_id") @Nullable UUID presetId,

        @JsonProperty("rich_parameter_values") List<ParameterValue> parameters) {}
