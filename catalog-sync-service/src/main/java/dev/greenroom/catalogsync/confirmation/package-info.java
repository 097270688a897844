/** Beside step 1 of the flow: an admin's word that many entities which left the catalog at once are meant to be gone. */
@NullMarked
package dev.greenroom.catalogsync.confirmation;

import org.jspecify.annotations.NullMarked;
