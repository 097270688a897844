/** Part of step 1 of the flow: who polls, one replica at a time, by a lease on the database's clock, and no writes by one that lost it. */
@NullMarked
package dev.greenroom.catalogsync.lead;

import org.jspecify.annotations.NullMarked;
