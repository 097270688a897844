package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.group.KnownGroup;

/** A group as it was known, and as it was read now. */
record GroupChange(KnownGroup before, KnownGroup now) {

    /** Whether others own by it now. */
    boolean changesOwners() {
        return !now.hasTheSame(before);
    }

    boolean isToSave() {
        return changesOwners() || before.missing() || before.present() != now.present();
    }
}
