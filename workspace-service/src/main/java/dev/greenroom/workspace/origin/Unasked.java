package dev.greenroom.workspace.origin;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.OwnerKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that came up with nobody asking.
 *
 * @param commandId of the command that created it
 * @param buildId its first build; null where a version created it that did not keep it
 */
public record Unasked(
        UUID workspaceId,
        String deployment,
        UserRef owner,
        EntityRef entityRef,
        UUID commandId,
        @Nullable UUID buildId) {

    /** @param ownerKey and the other key, as messages have them: a deployment, which has no slash, and a reference */
    static Unasked of(UUID workspaceId, String ownerKey, String entityKey, UUID commandId, @Nullable UUID buildId) {
        var key = OwnerKey.parse(ownerKey);
        return new Unasked(
                workspaceId,
                key.deployment(),
                key.owner(),
                EntityRef.parse(entityKey.substring(key.deployment().length() + 1)),
                commandId,
                buildId);
    }
}
