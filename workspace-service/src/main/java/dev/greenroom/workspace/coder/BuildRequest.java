package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new build is to be.
 *
 * @param transition Coder's word of it
 * @param templateVersionId that of the build before where null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BuildRequest(
        String transition,
        @JsonProperty("template_version_id") @Nullable UUID templateVersionId) {}
