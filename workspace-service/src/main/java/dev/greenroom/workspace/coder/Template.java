package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** A template, and the version that new workspaces get. */
public record Template(
        UUID id,
        String name,
        @JsonProperty("active_version_id") UUID activeVersionId) {}
