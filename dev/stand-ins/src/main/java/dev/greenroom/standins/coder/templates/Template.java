package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.state.Row;
import java.time.Instant;

/**
 * A template; what its workspaces are built from is its active version.
 *
 * @param defaultTtlMillis how long its workspaces run unless they say otherwise; 0 for ever
 * @param allowUserCancel whether a member may cancel a build
 */
public record Template(
        String id,
        String name,
        String displayName,
        String description,
        String icon,
        String createdBy,
        Instant createdAt,
        String activeVersionId,
        long defaultTtlMillis,
        boolean allowUserCancel)
        implements Row {

    Template with(String newActiveVersionId) {
        return new Template(
                id,
                name,
                displayName,
                description,
                icon,
                createdBy,
                createdAt,
                newActiveVersionId,
                defaultTtlMillis,
                allowUserCancel);
    }
}
