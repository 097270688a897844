/** Step 4, how every topic is read: batches are kept in one transaction and acknowledged; bad records step aside. */
@NullMarked
package dev.greenroom.workspace.intake;

import org.jspecify.annotations.NullMarked;
