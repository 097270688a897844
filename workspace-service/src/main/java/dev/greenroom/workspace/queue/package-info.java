/**
 * Step 4, whose turn it is: one turn an owner and track at a time, held by a lease on the database's clock; order
 * within a lane, fairness between owners.
 */
@NullMarked
package dev.greenroom.workspace.queue;

import org.jspecify.annotations.NullMarked;
