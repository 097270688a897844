package dev.greenroom.gateway.workspaces;

import dev.greenroom.contracts.EntityRef;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/workspaces}.
 *
 * @param entityRef full, {@code kind:namespace/name}
 * @param name by Coder's rule for workspaces; made from the entity's name where null
 * @param params values of the template's parameters that win over the configuration's
 */
record WorkspaceRequest(
        @NotNull(message = "must be given") @FullEntityRef String entityRef,

        @Pattern(
                regexp = "(?!.{33}|(?:new|create)$)[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*",
                message = "must be at most 32 letters and digits with single hyphens between them, not new or create")
        @Nullable String name,

        @Size(max = 100, message = "must be at most 100 parameters") @Nullable Map<
                        @Size(min = 1, max = 128, message = "must have names of 1 to 128 characters") @Pattern(regexp = STORABLE, message = NOT_STORABLE) String,
                        @NotNull(message = "must be a string") @Size(max = 8192, message = "must be at most 8192 characters") @Pattern(regexp = STORABLE, message = NOT_STORABLE) String>
                params) {

    /** JSON can carry NUL, which PostgreSQL refuses, and half of a surrogate pair, which has no UTF-8. */
    private static final String STORABLE = "[^\\x00\\x{D800}-\\x{DFFF}]*";

    private static final String NOT_STORABLE = "must be text without the character NUL or half a character";

    EntityRef entity() {
        return EntityRef.parse(entityRef);
    }

    Map<String, String> parameters() {
        return Objects.requireNonNullElse(params, Map.of());
    }
}
