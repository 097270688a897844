/** Step 4, reads over HTTP: what the inbox, the view and the configurations say, by who calls. None waits for Coder. */
@NullMarked
package dev.greenroom.workspace.reading;

import org.jspecify.annotations.NullMarked;
