/** Step 4, the workers: they take turns and carry commands out, on virtual threads, never on Kafka's. */
@NullMarked
package dev.greenroom.workspace.work;

import org.jspecify.annotations.NullMarked;
