/** Beside step 1 of the flow: how the last pass went, for people, probes and alerts, on whichever replica is asked. */
@NullMarked
package dev.greenroom.catalogsync.status;

import org.jspecify.annotations.NullMarked;
