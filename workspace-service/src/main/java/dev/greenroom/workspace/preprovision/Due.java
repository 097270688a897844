package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.Objects;
import java.util.UUID;

/**
 * A workspace that all agree on for an owner of an entity, and of which no command was made yet.
 *
 * @param id the command's, once it is made: see {@link PreprovisionId}
 */
record Due(UUID id, String deployment, EntityRef entityRef, UserRef owner) {

    static Due of(Published published, UserRef owner) {
        return new Due(idOf(published, owner), published.deployment(), published.entityRef(), owner);
    }

    /** Whether it is of that very opt-in, and not of one before. */
    boolean isOf(Published published) {
        return published.config().preprovision() != null
                && idOf(published, owner).equals(id);
    }

    private static UUID idOf(Published published, UserRef owner) {
        var optIn = Objects.requireNonNull(published.config().preprovision());
        return PreprovisionId.of(published, owner, optIn.generation());
    }
}
