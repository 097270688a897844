/** Step 4: the latest Coder configuration of every entity, as catalog-sync-service published it. */
@NullMarked
package dev.greenroom.workspace.configuration;

import org.jspecify.annotations.NullMarked;
