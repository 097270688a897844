package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.UserRef;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code spec.coder.preprovision}.
 *
 * @param start whether the workspace is left running after its first build
 * @param maxWorkspaces how many of those get one; null for as many as the operator allows
 * @param ttl how long Coder leaves it running after a start; null for the template's default
 */
record OptIn(
        Whom whom,
        boolean start,
        @Nullable Integer maxWorkspaces,
        @Nullable Duration ttl) {

    /** What {@code preprovision: true} says. */
    static final OptIn PLAIN = new OptIn(new Whom.AllOwners(), true, null, null);

    sealed interface Whom {
        record AllOwners() implements Whom {}

        /** Those of these users who are owners. */
        record Listed(List<UserRef> users) implements Whom {}
    }
}
