package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.UserRef;
import java.util.List;

/**
 * {@code spec.coder.preprovision}.
 *
 * @param start whether the workspace is left running after its first build
 */
record OptIn(Whom whom, boolean start) {

    sealed interface Whom {
        record AllOwners() implements Whom {}

        /** Those of these users who are owners. */
        record Listed(List<UserRef> users) implements Whom {}
    }
}
