package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;

/** Where an item of the report stands: by entity and owner. */
record DryRunPlace(EntityRef entityRef, UserRef owner) {

    /** In no reference, and in no need of an escape in a query. */
    private static final String SEPARATOR = ",";

    /** @throws IllegalArgumentException for what {@link #toString} has not written */
    static DryRunPlace parse(String text) {
        var parts = text.split(SEPARATOR, 2);
        return new DryRunPlace(EntityRef.parse(parts[0]), UserRef.parse(parts.length == 1 ? "" : parts[1]));
    }

    @Override
    public String toString() {
        return entityRef + SEPARATOR + owner;
    }
}
