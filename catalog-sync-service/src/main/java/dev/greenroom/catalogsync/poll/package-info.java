/** Part of step 1 of the flow: pass after pass while this replica leads, from the start of the service to its end. */
@NullMarked
package dev.greenroom.catalogsync.poll;

import org.jspecify.annotations.NullMarked;
