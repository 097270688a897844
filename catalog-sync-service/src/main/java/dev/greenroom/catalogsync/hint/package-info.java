/**
 * Beside step 1 of the flow: hints that something in the catalog may have changed, so that it shows before the next pass.
 * A hint says "look again" and no more: it is in no order, and what it leads to is what the catalog says then.
 */
@NullMarked
package dev.greenroom.catalogsync.hint;

import org.jspecify.annotations.NullMarked;
