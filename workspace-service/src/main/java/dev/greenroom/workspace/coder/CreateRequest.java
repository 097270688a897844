package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A create names the version whose parameters were checked, so that no other can come in between.
 *
 * @param ttlMillis how long it runs after a start; the template's default where null (recorded: {@code
 *     04-workspaces/05-create-org-member-variant})
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateRequest(
        String name,
        @JsonProperty("template_version_id") UUID templateVersionId,

        @JsonProperty("template_version_preset_id") @Nullable UUID presetId,

        @JsonProperty("rich_parameter_values") List<ParameterValue> parameters,

        @JsonProperty("ttl_ms") @Nullable Long ttlMillis) {}
